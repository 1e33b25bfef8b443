import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createKeep } from '../../pipeline/host/create-keep.ts';
import { readProject } from '../../pipeline/host/read-project.ts';
import { packageRoot } from '../package-root.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { unprivileged } from './unprivileged.ts';

const configuration = 'base: https://example.org/\neditions: {en: en-US}\n';

test('texts, records, schemas and catalogs are read, in one order, and nothing else', () => {
  const root = temporaryFolder({
    'tinkuy.yaml': configuration,
    'source/b/article.md': 'b',
    'source/a/article.md': 'a',
    'source/a/entities/things.yaml': '',
    'source/a/references.json': '[]',
    'source/a/photo.jpg': Buffer.from([0xff, 0xd8]),
    'source/a/.draft.md': 'hidden',
    'schemas/types/ship.json': '{}',
    'schemas/generated/entities.ts': '',
    'locales/es/a.po': '',
    'locales/es/edition.json': '{}',
    'notes.md': 'not ours',
    'dist/en/a.md': 'not read',
  });
  const { value, diagnostics } = readProject(root);
  expect(diagnostics).toEqual([]);
  expect(value.own.map((file) => file.path)).toEqual([
    'locales/es/a.po',
    'locales/es/edition.json',
    'schemas/types/ship.json',
    'source/a/article.md',
    'source/a/entities/things.yaml',
    'source/a/references.json',
    'source/b/article.md',
    'tinkuy.yaml',
  ]);
  expect(value.builtin.some((file) => file.path === 'schemas/types/thing.json')).toBe(true);
});

test('the translation memory is read unless it is of no use', () => {
  const root = temporaryFolder({ 'locales/es/a.po': '', 'locales/es/memory/old.po': '' });
  const read = (withMemory: boolean) => readProject(root, { withMemory }).value.own.map((file) => file.path);
  expect(read(true)).toEqual(['locales/es/a.po', 'locales/es/memory/old.po']);
  expect(read(false)).toEqual(['locales/es/a.po']);
});

test("the tool's own repository has its schemas and words once", () => {
  const { value } = readProject(packageRoot);
  const builtin = new Set(value.builtin.map((file) => file.path));
  expect(value.own.filter((file) => builtin.has(file.path))).toEqual([]);
  expect(value.own.some((file) => file.path.startsWith('schemas/'))).toBe(false);
  expect(value.own.some((file) => file.path === 'tinkuy.yaml')).toBe(true);
});

test('a byte order mark is dropped; line ends become LF except in catalogs', () => {
  const root = temporaryFolder({
    'source/a/article.md': '\uFEFFone\r\ntwo',
    'locales/es/a.po': 'msgid ""\r\n',
  });
  const { value } = readProject(root);
  expect(value.own.map((file) => file.text)).toEqual(['msgid ""\r\n', 'one\ntwo']);
});

test.each([
  ['Latin-1', Buffer.from('uno\ndos España\n', 'latin1'), { line: 2, column: 9 }, 'F1'],
  [
    'a cut character',
    Buffer.concat([Buffer.from('á'), Buffer.from([0xe2, 0x82])]),
    { line: 1, column: 2 },
    'E2',
  ],
  ['a cut U+FFFD', Buffer.from([0x61, 0xef, 0xbf]), { line: 1, column: 2 }, 'EF'],
  ['UTF-16', Buffer.from('\uFEFFhola', 'utf16le'), { line: 1, column: 1 }, 'FF'],
  ['UTF-16 without a mark', Buffer.from('uno\ndos', 'utf16le'), { line: 1, column: 2 }, '00'],
  ['NUL', Buffer.from('uno\ndos\0'), { line: 2, column: 4 }, '00'],
  ['a lone surrogate', Buffer.from([0x61, 0xed, 0xa0, 0x80]), { line: 1, column: 2 }, 'ED'],
])('%s is told at its first byte', (_, bytes, start, byte) => {
  const { value, diagnostics } = readProject(temporaryFolder({ 'source/a/article.md': bytes }));
  expect(value.own).toEqual([]);
  expect(diagnostics).toMatchObject([
    { rule: 'file-is-utf8', location: { path: 'source/a/article.md', start }, values: { byte } },
  ]);
});

test('a link out of the project, or to nowhere, is refused; one inside is followed, circles too', () => {
  const outside = temporaryFolder({ 'secret.md': 'secret', 'tinkuy.yaml': configuration });
  const root = temporaryFolder({ 'source/a/article.md': 'text' });
  symlinkSync(path.join(outside, 'secret.md'), path.join(root, 'source/a/secret.md'));
  symlinkSync(path.join(outside, 'tinkuy.yaml'), path.join(root, 'tinkuy.yaml'));
  symlinkSync(outside, path.join(root, 'source/other'));
  symlinkSync('nothing.md', path.join(root, 'source/a/lost.md'));
  symlinkSync('article.md', path.join(root, 'source/a/twin.md'));
  symlinkSync('..', path.join(root, 'source/a/circle'));
  const { value, diagnostics } = readProject(root);
  expect(value.own.map((file) => file.path)).toEqual(['source/a/article.md', 'source/a/twin.md']);
  expect(diagnostics.map(({ rule, location }) => `${rule} ${location.path}`).sort()).toEqual([
    'file-is-inside-project source/a/lost.md',
    'file-is-inside-project source/a/secret.md',
    'file-is-inside-project source/other',
    'file-is-inside-project tinkuy.yaml',
  ]);
});

test('a file of more than 64 MB is not read', () => {
  const root = temporaryFolder({ 'source/a/article.md': '' });
  truncateSync(path.join(root, 'source/a/article.md'), 65 * 1024 * 1024);
  expect(readProject(root).diagnostics).toMatchObject([
    { rule: 'file-size-is-bounded', values: { size: 65, limit: 64 } },
  ]);
});

test('a file without permission is told', () => {
  const root = temporaryFolder({ 'source/a/article.md': '' });
  chmodSync(path.join(root, 'source/a/article.md'), 0);
  expect(unprivileged(root, () => readProject(root).diagnostics)).toMatchObject([
    { rule: 'file-is-readable', values: { code: 'EACCES' } },
  ]);
});

test('a folder where tinkuy.yaml should be is no configuration', () => {
  const root = temporaryFolder();
  mkdirSync(path.join(root, 'tinkuy.yaml'));
  writeFileSync(path.join(root, 'tinkuy.yaml/x.yaml'), '');
  expect(readProject(root).value.own).toEqual([]);
});

test('the files that come with the tool are read once, but where they are the project’s', () => {
  const schema = 'schemas/types/thing.json';
  const toolRoot = temporaryFolder({ 'tinkuy.yaml': configuration, [schema]: '{}' });
  const other = temporaryFolder({ 'tinkuy.yaml': configuration });
  const keep = createKeep();
  const read = (root: string) => readProject(root, { toolRoot, keep }).value.builtin;
  const first = read(toolRoot);
  expect(read(toolRoot)).toBe(first);
  writeFileSync(path.join(toolRoot, schema), '{ }');
  expect(read(toolRoot)).toEqual([{ path: schema, text: '{ }' }]);
  expect(read(other)).toBe(read(other));
});
