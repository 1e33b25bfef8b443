import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { readTree } from './read-tree.ts';
import { runWith } from './run-in-process.ts';
import { translationServer } from './translation-server.ts';

/** What was not read in full is not written over, whatever severity a project gives that. */

const es = 'locales/es/demo.po';
const article = 'source/demo/article.md';

function open(rules: string) {
  const folder = temporaryFolder();
  copyFixture('rule-base', folder);
  const bytes = (at: string) => readFileSync(path.join(folder, at));
  const read = (at: string) => bytes(at).toString();
  const write = (at: string, content: string | Buffer) => {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), content);
  };
  const choose = (chosen: string) =>
    write('tinkuy.yaml', `${read('tinkuy.yaml').replace(/^rules:.*\n/m, '')}rules: { ${chosen} }\n`);
  choose(rules);
  const tinkuy = (line: string, env: Record<string, string> = {}) => runWith(env, folder, ...line.split(' '));
  return { folder, bytes, read, write, choose, tinkuy };
}

const conflict = `
<<<<<<< HEAD
msgid "It was closed in 1942."
msgstr "Se cerró en 1942."
=======
msgid "It was closed in 1942."
msgstr "Fue cerrada en 1942."
>>>>>>> other
`;
/** Ways in which a catalog is not read in full, and the rule that says so. */
const broken: [rule: string, what: string, breakIt: (text: string) => string | Buffer][] = [
  ['catalog-is-merged', 'a merge conflict', (text) => text + conflict],
  [
    'catalog-is-well-formed',
    'a string that does not end',
    (text) => `${text}\nmsgid "Open\nmsgstr "Abierta"\n`,
  ],
  [
    'catalog-is-utf-8',
    'another encoding in the header',
    (text) => text.replace('charset=UTF-8', 'charset=KOI8-R'),
  ],
  ['file-is-utf8', 'another encoding', (text) => Buffer.from(text, 'latin1')],
];

describe.each(broken)('%s: %s', (rule, _, breakIt) => {
  test.each(['warning', 'off'])('%s: catalog sync leaves it, and writes the others', async (severity) => {
    const { bytes, read, write, tinkuy } = open(`${rule}: ${severity}`);
    write(es, breakIt(read(es)));
    write(article, `${read(article)}\nA new sentence.\n`);
    const before = bytes(es);
    const { code, out } = await tinkuy('catalog sync');
    expect(bytes(es).equals(before)).toBe(true);
    expect(read('locales/pt/demo.po')).toContain('msgid "A new sentence."');
    expect(out).toContain(`${es} was left as it was`);
    expect(out.includes(`warning ${rule}`)).toBe(severity === 'warning');
    expect(code).toBe(0);
  });

  test('catalog confirm, draft and import leave it', async () => {
    const { bytes, read, write, choose, tinkuy } = open(`${rule}: off`);
    expect((await tinkuy('catalog export --edition es')).code).toBe(0);
    const file = 'exchange/demo.en-es.xlf';
    write(file, read(file).replace('>La frontera</target>', '>El límite</target>'));
    const fuzzy = read(es)
      .replace('#. heading\n', '#. heading\n#, fuzzy\n')
      .replace(/msgstr "Dos.*"/, 'msgstr ""');
    write(es, breakIt(fuzzy));
    choose(`${rule}: off`);
    const before = bytes(es);
    const { url, asked } = await translationServer(() => ({ body: {} }));
    for (const line of ['confirm --all', 'draft --engine libretranslate --edition es', `import ${file}`]) {
      const { code, out } = await tinkuy(`catalog ${line}`, { TINKUY_LIBRETRANSLATE_URL: url });
      expect(out, line).toContain(`${es} was left as it was`);
      expect(code, line).toBe(0);
      expect(bytes(es).equals(before), line).toBe(true);
    }
    expect(asked).toEqual([]);
  });

  test('a memory is not added to', async () => {
    const { bytes, read, write, tinkuy } = open(`${rule}: off`);
    const at = 'locales/es/memory/alte.po';
    write(at, breakIt(read(es)));
    const before = bytes(at);
    write(
      'alte.tmx',
      `<?xml version="1.0"?><tmx version="1.4"><header srclang="en" segtype="sentence" adminlang="en" datatype="x" o-tmf="x" creationtool="x" creationtoolversion="1"/><body>
<tu><tuv xml:lang="en"><seg>The river</seg></tuv><tuv xml:lang="es"><seg>El río</seg></tuv><tuv xml:lang="pt"><seg>O rio</seg></tuv></tu></body></tmx>`,
    );
    const { code, out } = await tinkuy('catalog import alte.tmx');
    expect(out).toContain(`${at} was left as it was`);
    expect(bytes(at).equals(before)).toBe(true);
    expect(read('locales/pt/memory/alte.po')).toContain('msgstr "O rio"');
    expect(code).toBe(0);
  });
});

test.each([
  ['nesting-is-shallow', (text: string) => `${text}\n${'> '.repeat(150)}deep\n`],
  ['paragraph-has-bounded-length', (text: string) => `${text}\n${'word '.repeat(5000)}\n`],
  ['yaml-is-well-formed', (text: string) => text.replace('authors:', 'authors: [')],
  ['file-is-utf8', (text: string) => Buffer.from(`${text}\u00f1\n`, 'latin1')],
])('%s in the text: its catalogs lose nothing', async (rule, breakIt) => {
  const { folder, read, write, tinkuy } = open(`${rule}: off, publication-has-article: off`);
  write(article, breakIt(read(article)));
  const before = readTree(folder);
  const { code } = await tinkuy('catalog sync');
  expect(readTree(folder)).toEqual(before);
  expect(code).toBe(0);
});

test.each(['warning', 'off'])(
  'edition-is-as-built: %s: a build does not write over a correction',
  async (severity) => {
    const { folder, read, write, tinkuy } = open(`edition-is-as-built: ${severity}`);
    expect((await tinkuy('build')).code).toBe(0);
    const at = 'dist/es/demo.md';
    write(at, read(at).replace('comparten', 'tienen'));
    write('locales/es/demo.po', read(es).replace('El [Perú]', 'Al [Perú]'));
    const before = readTree(path.join(folder, 'dist'));
    const { code, out } = await tinkuy('build');
    expect(out).toContain(`${at} was corrected by hand`);
    expect(code).toBe(1);
    expect(readTree(path.join(folder, 'dist'))).toEqual(before);
    expect((await tinkuy('build --overwrite')).code).toBe(0);
    expect(read(at)).not.toContain('tienen');
  },
);
