import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { readTree } from './read-tree.ts';
import { runInProcess } from './run-in-process.ts';

const xliff = 'exchange/vapores.es-pt.1.2.xlf';
const catalog = 'locales/pt/vapores.po';
let folder: string;

beforeEach(async () => {
  folder = temporaryFolder();
  copyFixture('vapores-del-titicaca', folder);
  expect((await tinkuy('catalog export --format xliff-1.2 --edition pt')).out).toBe(`Wrote ${xliff}.\n`);
});

const tinkuy = (line: string) => runInProcess(folder, ...line.split(' '));
const read = (at: string) => readFileSync(path.join(folder, at), 'utf8');
const write = (at: string, content: string | Buffer) => writeFileSync(path.join(folder, at), content);
const change = (at: string, from: string | RegExp, to: string) => {
  const text = read(at);
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  write(at, changed);
};

/** Imports a file, and returns what was found, each with the beginning of its line. */
async function findingsOf(file: string) {
  const { code, out, err } = await tinkuy(`catalog import --reporter json ${file}`);
  const { findings } = JSON.parse(out) as {
    findings: { rule: string; message: string; path: string; start: { line: number } }[];
  };
  for (const { message } of findings) expect(message).toMatch(/^Expected .+ found [^{]+$/s);
  const found = findings.map(({ rule, path: at, start }): [string, string, string] => [
    rule,
    at,
    (read(at).split('\n')[start.line - 1] ?? '').trim().slice(0, 8),
  ]);
  return { code, err, found };
}

test('stands beside XLIFF 2.1, is the same whenever it is made, and changes nothing as it went', async () => {
  const before = read(catalog);
  const written = read(xliff);
  await tinkuy('catalog export --edition pt');
  expect(existsSync(path.join(folder, 'exchange/vapores.es-pt.xlf'))).toBe(true);
  expect((await tinkuy('catalog export --format xliff-1.2 --edition pt')).out).toBe(
    `${xliff} is as it was.\n`,
  );
  expect(read(xliff)).toBe(written);
  const { code, out } = await tinkuy(`catalog import ${xliff}`);
  expect([code, out]).toEqual([0, expect.stringMatching(/: 0 changed, \d+ unchanged, 0 refused\.\n$/)]);
  expect(read(catalog)).toBe(before);
});

test('a changed word changes that word; what would break something is refused where it stands', async () => {
  change(xliff, 'Dois barcos subiram', 'Dois navios subiram');
  change(xliff, /<ph id="4"[^>]*>[^<]*<\/ph>(?=[^\n]*<\/target>)/, '');
  change(xliff, '>navegação<', '><');
  change(xliff, '>Um barco em peças<', '>Um *barco* em peças<');
  change(xliff, '>Titicaca</source>', '>Titikaka</source>');
  change(xliff, /(<target.*equiv-text="\]\(vessel:)ollanta\)"/, '$1yavari)"');
  const before = read(catalog);
  const { code, err, found } = await findingsOf(xliff);
  expect(found).toEqual([
    ['exchange-translation-is-kept', xliff, '<target '],
    ['exchange-source-is-kept', xliff, '<trans-u'],
    ['exchange-text-is-plain', xliff, '<target '],
    ['exchange-codes-are-kept', xliff, '<target '],
    ['exchange-codes-are-kept', xliff, '<target '],
  ]);
  expect(code).toBe(1);
  expect(err).toMatch(/: 1 changed, \d+ unchanged, 5 refused\.\n$/);
  expect(read(catalog)).toBe(before.replace('Dois barcos subiram', 'Dois navios subiram'));
});

test('a unit that is not there changes nothing, one of another text is told', async () => {
  const before = read(catalog);
  change(xliff, /<trans-unit.*?<\/trans-unit>/s, '');
  expect(await findingsOf(xliff)).toMatchObject({ code: 0, found: [] });
  change(xliff, /<trans-unit id="[^"]*"/, '<trans-unit id="u0000000000000000"');
  const { found } = await findingsOf(xliff);
  expect(found).toEqual([['exchange-unit-is-known', xliff, '<trans-u']]);
  expect(read(catalog)).toBe(before);
});

test.each<[string, (text: string) => string | Buffer, string]>([
  [
    'entities that expand',
    (text) => text.replace('<xliff', '<!DOCTYPE xliff [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n<xliff'),
    'exchange-file-is-self-contained',
  ],
  [
    'a reference to a file',
    (text) => text.replace('<xliff', '<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<xliff'),
    'exchange-file-is-self-contained',
  ],
  [
    'the document type of XLIFF 1.1',
    (text) => text.replace('<xliff', '<!DOCTYPE xliff SYSTEM "http://example.org/xliff.dtd">\n<xliff'),
    'exchange-file-is-self-contained',
  ],
  [
    'an entity that nothing declares',
    (text) => text.replace('Dois navios', '&navios;'),
    'exchange-file-is-well-formed',
  ],
  ['an end too soon', (text) => text.slice(0, text.length / 2), 'exchange-file-is-well-formed'],
  [
    'no end of nesting',
    (text) => text.replace('Dois navios', '<g id="1">'.repeat(50_000)),
    'exchange-file-is-well-formed',
  ],
  ['another version', (text) => text.replace('version="1.2"', 'version="1.1"'), 'exchange-format-is-known'],
  [
    'the namespace of another version',
    (text) => text.replace('document:1.2', 'document:2.0'),
    'exchange-format-is-known',
  ],
  ['no namespace', (text) => text.replace(/ xmlns="[^"]*"/, ''), 'exchange-format-is-known'],
  ['Latin-1', (text) => Buffer.from(text, 'latin1'), 'file-is-utf8'],
  [
    'two languages swapped',
    (text) =>
      text.replace(
        'source-language="es-EC" target-language="pt-BR"',
        'source-language="pt-BR" target-language="es-EC"',
      ),
    'exchange-language-is-an-edition',
  ],
  [
    'a language that is no edition',
    (text) => text.replace('target-language="pt-BR"', 'target-language="fr-FR"'),
    'exchange-language-is-an-edition',
  ],
  ['no language', (text) => text.replace(' target-language="pt-BR"', ''), 'exchange-language-is-an-edition'],
  [
    'another publication',
    (text) => text.replace('source/vapores/article.md', 'source/otro/article.md'),
    'exchange-text-is-in-project',
  ],
])('%s: a finding, and every translation still there', async (_, spoil, rule) => {
  const before = readTree(path.join(folder, 'locales'));
  const text = read(xliff).replace('Dois barcos subiram', 'Dois navios subiram');
  const spoilt = spoil(text);
  expect(spoilt).not.toBe(text);
  write(xliff, spoilt);
  const { code, found } = await findingsOf(xliff);
  expect(found.map(([found, at]) => [found, at])).toEqual([[rule, xliff]]);
  expect(code).toBe(1);
  expect(readTree(path.join(folder, 'locales'))).toEqual(before);
});

test('UTF-16 with a mark, CRLF, a prefix and a region that differs are read', async () => {
  const text = read(xliff)
    .replace('Dois barcos subiram', 'Dois navios subiram')
    .replace('encoding="UTF-8"', 'encoding="UTF-16"')
    .replace(' xmlns=', ' xmlns:x=')
    .replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:')
    .replaceAll('pt-BR', 'pt')
    .replaceAll('\n', '\r\n');
  write(xliff, Buffer.from(`\uFEFF${text}`, 'utf16le'));
  const { code, out } = await tinkuy(`catalog import ${xliff}`);
  expect([code, out]).toEqual([0, expect.stringMatching(/: 1 changed, \d+ unchanged, 0 refused\.\n$/)]);
  expect(read(catalog)).toContain('Dois navios subiram');
});

test('two texts of one document go each to the catalog of its language', async () => {
  await tinkuy('catalog export --format xliff-1.2 --edition en');
  const [other = ''] = /<file.*<\/file>/s.exec(read('exchange/vapores.es-en.1.2.xlf')) ?? [];
  change(xliff, '</file>', `</file>${other.replace('Two ships', 'Two boats')}`);
  change(xliff, 'Dois barcos subiram', 'Dois navios subiram');
  const { code, out } = await tinkuy(`catalog import ${xliff}`);
  expect([code, out.match(/: 1 changed, 21 unchanged, 0 refused\.\n/g)?.length]).toEqual([0, 2]);
  expect(read(catalog)).toContain('Dois navios subiram');
  expect(read('locales/en/vapores.po')).toContain('Two boats');
});

test('what another tool keeps in extradata is not what was exported', async () => {
  const before = read(catalog);
  write(xliff, read(xliff).replaceAll(/extradata="[^"]*"/g, 'extradata="a:b"'));
  expect(await findingsOf(xliff)).toMatchObject({ code: 0, found: [] });
  expect(read(catalog)).toBe(before);
});

test('a catalog that has not caught up with its text is not exported', async () => {
  change('source/vapores/article.md', 'Un barco por piezas', 'Un barco en cajas');
  const { code, out } = await tinkuy('catalog export --format xliff-1.2 --force --reporter json');
  expect(code).toBe(1);
  expect(out).toContain('"exchange-catalog-is-synced"');
});
