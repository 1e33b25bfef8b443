import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from './run-in-process.ts';

let folder = '';
const read = (at: string) => readFileSync(path.join(folder, at), 'utf8');
const write = (at: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
  writeFileSync(path.join(folder, at), text);
};

const quiet = ['language-is-the-editions', 'translation-differs-from-source', 'translations-are-distinct'];

/** tinkuy.yaml with pages as they are given, in YAML. */
function configure(pages: string): void {
  const rules = quiet.map((rule) => `  ${rule}: off\n`).join('');
  write(
    'tinkuy.yaml',
    `base: https://example.org/wells/\neditions: { en: en-US, es: es-PE }\nrules:\n${rules}pages:${pages}\n`,
  );
}

/** A page, and its Spanish catalog. */
function addPage(at: string, name: string, text = 'Water.'): void {
  write(at, `${text}\n`);
  const header = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n';
  write(`locales/es/${name}.po`, `${header}\nmsgid "${text}"\nmsgstr "Agua."\n`);
}

async function findings(): Promise<string[]> {
  const { out } = await runInProcess(folder, 'check', '--reporter', 'json');
  const { findings: found } = JSON.parse(out) as {
    findings: { rule: string; path: string; message: string; start: { line: number; column: number } }[];
  };
  for (const { message } of found) expect(message).not.toMatch(/\{\{|undefined/);
  return found.map(
    ({ rule, path: at, start, message }) => `${rule} ${at}:${start.line}:${start.column} ${message}`,
  );
}

const built = () =>
  (readdirSync(folder, { recursive: true, encoding: 'utf8' }) as string[])
    .map((at) => at.replaceAll('\\', '/'))
    .filter((at) => at.endsWith('.es.md'))
    .sort();

beforeEach(() => {
  folder = temporaryFolder();
  addPage('docs/guide.md', 'docs-guide');
  addPage('docs/deep/Notas útiles.md', 'docs-deep-notas-utiles');
  addPage('README.md', 'readme');
});

test('pages are those that a glob fits, with names from their paths', async () => {
  configure(' ["docs/**/*.md"]');
  const { code, err } = await runInProcess(folder, 'build');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(built()).toEqual(['docs/deep/Notas útiles.es.md', 'docs/guide.es.md']);
});

test('a second build takes no built page for a page, and builds nothing anew', async () => {
  configure(' ["**/*.md"]');
  await runInProcess(folder, 'build');
  const pages = ['README.es.md', 'docs/deep/Notas útiles.es.md', 'docs/guide.es.md'];
  expect(built()).toEqual(pages);
  expect((await runInProcess(folder, 'build', '--no-cache')).out).toBe(
    'dist: 0 written, 1 unchanged, 0 removed.\n',
  );
  expect(built()).toEqual(pages);
  // What was built of a page that is gone is none either.
  rmSync(path.join(folder, 'docs/guide.md'));
  rmSync(path.join(folder, 'locales/es/docs-guide.po'));
  expect((await runInProcess(folder, 'build')).code).toBe(0);
  expect(existsSync(path.join(folder, 'docs/guide.es.es.md'))).toBe(false);
});

test('a sign in front takes pages out, and a path alone decides its name and language', async () => {
  addPage('docs/old/gone.md', 'docs-old-gone');
  addPage('docs/guide.md', 'handbook');
  write('docs/pozo.md', 'Agua.\n');
  const header = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n';
  write('locales/en/docs-pozo.po', `${header}\nmsgid "Agua."\nmsgstr "Water."\n`);
  configure(
    '\n  - docs/**/*.md\n  - "!docs/old/**"\n  - { path: docs/guide.md, name: handbook }\n  - { path: "docs/p*.md", language: es }\n  - ./README.md',
  );
  rmSync(path.join(folder, 'locales/es/docs-guide.po'));
  // The first glob that fits decides.
  expect(await findings()).toEqual([
    'edition-has-catalog docs/pozo.md:1:1 Expected translations for the edition “es”, found none.',
  ]);
  configure(
    '\n  - { path: "docs/p*.md", language: es }\n  - docs/**/*.md\n  - "!docs/old/**"\n  - { path: docs/guide.md, name: handbook }\n  - ./README.md',
  );
  const { code, out } = await runInProcess(folder, 'build');
  expect({ code, out }).toMatchObject({ code: 0 });
  expect(built()).toEqual(['README.es.md', 'docs/deep/Notas útiles.es.md', 'docs/guide.es.md']);
  expect(read('docs/pozo.en.md')).toContain('Water.');
});

describe('what can be no page is a finding in tinkuy.yaml', () => {
  test.each([
    ['a glob that fits nothing', '["docs/**/*.md", "doc/*.md"]', 'glob-matches-a-file', '7:25'],
    ['a sign that takes nothing out', '["docs/**/*.md", "!docs/odl/**"]', 'glob-matches-a-file', '7:25'],
    ['a path of no file', '[docs/guide.md, docs/giude.md]', 'configuration-is-valid', '7:24'],
    ['a glob of dist/', '["dist/**/*.md"]', 'configuration-is-valid', '7:9'],
    ['a glob of source/', '["source/**/*.md"]', 'configuration-is-valid', '7:9'],
    ['a glob that leaves the project', '["../**/*.md"]', 'configuration-is-valid', '7:9'],
    ['a glob that leaves it on the way', '["docs/../../*.md"]', 'configuration-is-valid', '7:9'],
    ['a glob from the root of the disk', '["/docs/*.md"]', 'configuration-is-valid', '7:9'],
    ['a path with backslashes', '[docs\\guide.md]', 'configuration-is-valid', '7:9'],
    ['a path twice', '[docs/guide.md, ./docs/guide.md]', 'configuration-is-valid', '7:24'],
    ['a name of many', '[{ path: "docs/**/*.md", name: all }]', 'configuration-is-valid', '7:39'],
    [
      'a language without an edition',
      '[{ path: "docs/**/*.md", language: fr }]',
      'configuration-is-valid',
      '7:43',
    ],
    ['an empty list', '[]', 'configuration-is-valid', '7:8'],
    ['neither list nor keys', 'docs/**/*.md', 'configuration-is-valid', '7:8'],
    ['a key that nobody reads', '[{ path: "docs/**/*.md", nmae: x }]', 'configuration-is-valid', '7:33'],
    ['a number', '[7]', 'configuration-is-valid', '7:9'],
  ])('%s', async (_, pages, rule, place) => {
    configure(` ${pages}`);
    expect((await findings()).map((found) => found.split(' ', 2).join(' '))).toContain(
      `${rule} tinkuy.yaml:${place}`,
    );
    expect((await runInProcess(folder, 'build')).code).toBe(1);
    expect(built()).toEqual([]);
  });

  test('two pages with one name', async () => {
    addPage('docs/deep-notas-utiles.md', 'docs-deep-notas-utiles');
    configure(' ["docs/**/*.md"]');
    expect(await findings()).toEqual([
      'configuration-is-valid tinkuy.yaml:7:9 Expected a name of its own for each page, found docs-deep-notas-utiles for docs/deep/Notas útiles.md and docs/deep-notas-utiles.md.',
    ]);
    configure(' ["docs/**/*.md", { path: docs/deep-notas-utiles.md, name: notes }]');
    addPage('docs/deep-notas-utiles.md', 'notes');
    expect(await findings()).toEqual([]);
  });

  test('a path without a letter of ASCII', async () => {
    addPage('日本.md', 'japan');
    configure(' ["*本.md"]');
    expect((await findings()).at(-1)).toMatch(/^configuration-is-valid tinkuy.yaml:7:9 .*日本.md/);
    configure(' [{ path: 日本.md, name: japan }]');
    expect(await findings()).toEqual([]);
  });
});
