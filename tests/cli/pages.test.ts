import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { packageRoot } from '../package-root.ts';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess } from './run-in-process.ts';

const expected = path.join(packageRoot, 'tests/fixtures/pages-in-place/expected');
const built = ['README.es.md', 'README.pt.md', 'docs/guia.en.md', 'docs/guia.pt.md'];

let folder = '';
const read = (at: string) => readFileSync(path.join(folder, at), 'utf8');
const write = (at: string, text: string) => writeFileSync(path.join(folder, at), text);
const exists = (at: string) => readdirSync(path.join(folder, path.dirname(at))).includes(path.basename(at));
const change = (at: string, from: string, to: string) => {
  expect(read(at)).toContain(from);
  write(at, read(at).replace(from, to));
};
const findings = async () => {
  const { code, out } = await runInProcess(folder, 'build', '--reporter', 'json');
  const { findings: found } = JSON.parse(out) as { findings: { rule: string; path: string }[] };
  return { code, found: found.map(({ rule, path: at }) => `${rule} ${at}`) };
};

beforeEach(() => {
  folder = temporaryFolder();
  copyFixture('pages-in-place', folder);
});

test('a page is published in every other language, beside its text', async () => {
  const { code, err } = await runInProcess(folder, 'build');
  expect(err).toBe('');
  expect(code).toBe(0);
  for (const at of built) expect(read(at)).toBe(readFileSync(path.join(expected, at), 'utf8'));
});

test('a second build writes nothing, and the sources are as they were', async () => {
  const before = read('README.md') + read('docs/guia.md');
  await runInProcess(folder, 'build');
  const { out } = await runInProcess(folder, 'build');
  expect(out).toBe('dist: 0 written, 1 unchanged, 0 removed.\n');
  expect(read('README.md') + read('docs/guia.md')).toBe(before);
});

test('the manifest lists the pages', async () => {
  await runInProcess(folder, 'build');
  const { files, pages } = JSON.parse(read('dist/manifest.json')) as {
    files: object[];
    pages: { path: string; language: string; sha256: string }[];
  };
  expect(files).toEqual([]);
  expect(pages.map(({ path: at, language }) => [at, language])).toEqual([
    ['README.es.md', 'es'],
    ['README.pt.md', 'pt'],
    ['docs/guia.en.md', 'en'],
    ['docs/guia.pt.md', 'pt'],
  ]);
});

test('a page that is not translated holds back itself, and no other', async () => {
  change('locales/es/readme.po', 'msgstr "Contacto"', 'msgstr ""');
  expect(await findings()).toEqual({ code: 1, found: ['segment-is-translated locales/es/readme.po'] });
  for (const at of built) expect(exists(at), at).toBe(at.startsWith('docs/'));
});

test.each([
  ['a number', 'halló 1,528 barcos', 'halló 1,258 barcos', 'numbers-agree-across-editions'],
  [
    'a link',
    'Cómo construir](#how-to-build)',
    'Cómo construir](#como-construir)',
    'inline-markup-agrees-across-editions',
  ],
  ['code', '`npm ci` y luego', '`npm i` y luego', 'code-is-kept'],
  ['a note', 'descanse.[^rest]', 'descanse.', 'inline-markup-agrees-across-editions'],
])('what a translation changes in %s is found', async (_, from, to, rule) => {
  change('locales/es/readme.po', from, to);
  const { code, found } = await findings();
  expect(code).toBe(rule === 'code-is-kept' ? 0 : 1);
  expect(found).toContain(`${rule} locales/es/readme.po`);
});

describe('a page that cannot be is a finding in tinkuy.yaml', () => {
  const pageLines = 'pages:\n  readme: README.md\n  guia: { path: docs/guia.md, language: es }\n';
  test.each([
    ['a file that is not there', 'pages: { readme: MISSING.md }\n'],
    ['a file above the project', 'pages: { readme: ../README.md }\n'],
    ['a file that is no Markdown', 'pages: { readme: README.txt }\n'],
    ['a name in capitals', 'pages: { README: README.md }\n'],
    ['a language without an edition', 'pages: { readme: { path: README.md, language: fr } }\n'],
    ['no path', 'pages: { readme: { language: en } }\n'],
  ])('%s', async (_, lines) => {
    change('tinkuy.yaml', pageLines, lines);
    const { code, found } = await findings();
    expect(code).toBe(1);
    expect(found).toContain('configuration-is-valid tinkuy.yaml');
  });
});

test('a file of an author’s own in the place of a page is not written over unasked', async () => {
  write('README.es.md', '# Mi propia traducción\n');
  expect(await findings()).toEqual({ code: 1, found: ['edition-is-as-built README.es.md'] });
  expect(read('README.es.md')).toBe('# Mi propia traducción\n');
  expect((await runInProcess(folder, 'build', '--overwrite')).code).toBe(0);
  expect(read('README.es.md')).toBe(readFileSync(path.join(expected, 'README.es.md'), 'utf8'));
});

test('a page that was built may be built again where the manifest is lost', async () => {
  await runInProcess(folder, 'build');
  rmSync(path.join(folder, 'dist'), { recursive: true });
  change('locales/es/readme.po', 'msgstr "Contacto"', 'msgstr "Contactos"');
  expect((await runInProcess(folder, 'build')).code).toBe(0);
  expect(read('README.es.md')).toContain('Contactos');
});

test('a link to a heading that is not there is found in the page', async () => {
  change('README.md', '](#how-to-build)', '](#how-to-biuld)');
  const { code, found } = await findings();
  expect(code).toBe(1);
  expect(found).toContain('cross-reference-resolves README.md');
});
