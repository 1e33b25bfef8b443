import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Parser, type Quad } from 'n3';
import { describe, expect, test } from 'vitest';
import { runInProcess } from '../cli/run-in-process.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { readPublished } from '../publication/published.ts';
import { boatSchema } from './boat-schema.ts';

const oa = 'http://www.w3.org/ns/oa#';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const quotedFrom = 'http://www.w3.org/ns/prov#wasQuotedFrom';

/** Where a statement stands in one edition. */
interface Target {
  of: string;
  language: string;
  block: string;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  /** Address of the file with the blocks, as the description of the edition names it. */
  file: string;
}

function readTargets(ntriples: string): Target[] {
  const quads: Quad[] = new Parser({ format: 'N-Triples' }).parse(ntriples);
  const objects = new Map<string, string[]>();
  for (const { subject, predicate, object } of quads) {
    const key = `${subject.value} ${predicate.value}`;
    objects.set(key, [...(objects.get(key) ?? []), object.value]);
  }
  const all = (subject: string, predicate: string) => objects.get(`${subject} ${predicate}`) ?? [];
  const one = (subject: string, predicate: string): string => {
    const [found = '', ...more] = all(subject, predicate);
    expect({ subject, predicate, more }).toEqual({ subject, predicate, more: [] });
    return found;
  };
  // An observation is quoted from where its statement is.
  const quoted = quads.filter(({ predicate }) => predicate.value === quotedFrom);
  return [...new Set(quoted.map(({ object }) => object.value))].map((target): Target => {
    const fragment = one(target, `${oa}hasSelector`);
    const refinements = all(fragment, `${oa}refinedBy`);
    expect(refinements).toHaveLength(2);
    const place = refinements.find((each) => all(each, `${oa}start`).length > 0) ?? '';
    const quote = refinements.find((each) => each !== place) ?? '';
    const files = all(one(target, `${oa}hasSource`), 'http://schema.org/encoding');
    return {
      of: target.slice(0, target.lastIndexOf('#')),
      language: target.slice(target.lastIndexOf('#') + 1),
      block: one(fragment, `${rdf}value`),
      exact: one(quote, `${oa}exact`),
      prefix: one(quote, `${oa}prefix`),
      suffix: one(quote, `${oa}suffix`),
      start: Number(one(place, `${oa}start`)),
      end: Number(one(place, `${oa}end`)),
      file: files.find((file) => one(file, 'http://schema.org/encodingFormat') === 'application/json') ?? '',
    };
  });
}

/** Targets whose words are not where they say, cut by the code points of JavaScript's own iterator. */
function findMisplaced(targets: readonly Target[], read: (file: string) => string): Target[] {
  const texts = new Map<string, Blocks>();
  return targets.filter(({ file, block, start, end, exact, prefix, suffix }) => {
    const blocks = texts.get(file) ?? readBlocks(read(file));
    texts.set(file, blocks);
    const points = [...(blocks[block] ?? '')];
    const cut = (from: number, to: number) => points.slice(Math.max(0, from), to).join('');
    return (
      exact === '' ||
      cut(start, end) !== exact ||
      cut(start - 32, start) !== prefix ||
      cut(end, end + 32) !== suffix
    );
  });
}

/** Texts by id. */
type Blocks = Record<string, string>;

function readBlocks(json: string): Blocks {
  return JSON.parse(json) as Blocks;
}

describe('what is published', () => {
  const published = readPublished();
  const read = (at: string) =>
    published.get(at.replace('https://w3id.org/tinkuy/', ''))?.toString('utf8') ?? '';
  const targets = readTargets(read('data/peru-borders.nt'));

  test('has the words of every statement and citation where it says, in all editions', () => {
    expect(targets.length).toBeGreaterThan(1000);
    expect(findMisplaced(targets, read)).toEqual([]);
  });

  test('names the same block in all editions', () => {
    const blocks = new Map<string, Set<string>>();
    for (const { of, block } of targets) blocks.set(of, (blocks.get(of) ?? new Set()).add(block));
    expect([...blocks].filter(([, names]) => names.size !== 1)).toEqual([]);
    const inLanguage = (language: string) =>
      new Set(targets.filter((target) => target.language === language).map(({ block }) => block));
    expect(inLanguage('es')).toEqual(inLanguage('en'));
    expect(inLanguage('pt')).toEqual(inLanguage('en'));
  });

  test('would be caught if a letter were missing, in the one block alone', () => {
    const first = targets.find(({ language, start }) => language === 'es' && start > 0) as Target;
    const without = (at: string) => {
      const blocks = readBlocks(read(at));
      return JSON.stringify({ ...blocks, [first.block]: blocks[first.block]?.slice(1) });
    };
    const cut = (at: string) => (at === first.file ? without(at) : read(at));
    const found = findMisplaced(targets, cut);
    expect(found.every(({ language, block }) => language === 'es' && block === first.block)).toBe(true);
    expect(found).toContainEqual(first);
  });

  test('has the blocks in the order of the plain text, each as it stands there', () => {
    for (const language of ['en', 'es', 'pt']) {
      const plain = read(`${language}/peru-borders.txt`);
      let at = 0;
      for (const block of Object.values(readBlocks(read(`${language}/peru-borders-blocks.json`)))) {
        const found = plain.indexOf(block, at);
        expect(found, block).toBeGreaterThanOrEqual(at);
        at = found + block.length;
      }
    }
  });
});

test('letters of several planes, marks apart from their letters, and line ends of all kinds move no word', async () => {
  const decomposed = 'Le\u0301ma, \u{10437}an \u{1F6A2}';
  const po = `msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n
msgid "Ship"\nmsgstr "Barco"\n
msgid "${decomposed}: [She](boat:one) is [12 m](boat:one#length) long, \u{1F6A2} e\u0301nd."
msgstr ""\n"${decomposed}:\u{10437} el [barco](boat:one) mide "\n"[12 m](boat:one#length)\u{1F6A2} de largo."\n
msgid "[12 m](boat:one#length)!"\nmsgstr "¡[12 m](boat:one#length)!"\n
msgid "No more."\nmsgstr "Nada más."\n`;
  const folder = temporaryFolder({
    'tinkuy.yaml': 'base: https://example.org/x/\neditions: { en: en-US, es: es-PE }\n',
    'source/one/article.md':
      '---\r\ntitle: Ship\r\nlanguage: en\r\nauthors: [{ name: Ana }]\r\nlicence: { text: all-rights-reserved, data: all-rights-reserved }\r\n---\r\n\r\n' +
      `${decomposed}: [She](boat:one) is\r\n[12 m](boat:one#length) long, \u{1F6A2} e\u0301nd.\r\n\r\n- [12 m](boat:one#length)!\r\n- No more.\r\n`,
    'source/one/entities/boats.yaml': 'boat:one:\n  name: { en: "e\u0301 One", es: Uno }\n',
    'locales/es/one.po': po.replaceAll('\n', '\r\n'),
    'schemas/types/boat.json': boatSchema('https://example.org/x/'),
  });
  const { code, out } = await runInProcess(folder, 'build');
  expect(out).not.toContain('error ');
  expect(code).toBe(0);
  const read = (at: string) =>
    readFileSync(path.join(folder, 'dist', at.replace('https://example.org/x/', '')), 'utf8');
  const targets = readTargets(read('data/one.nt'));
  expect(targets.map(({ language, exact }) => `${language} ${exact}`).sort()).toEqual([
    'en 12 m',
    'en 12 m',
    'es 12 m',
    'es 12 m',
  ]);
  expect(findMisplaced(targets, read)).toEqual([]);
  expect(targets.every(({ prefix }) => prefix.normalize('NFC') === prefix)).toBe(true);
  for (const language of ['en', 'es']) expect(read(`${language}/one.txt`)).not.toMatch(/\r|e\u0301/);
  for (const { language, block } of targets) expect(read(`${language}/one.html`)).toContain(` id="${block}"`);
});
