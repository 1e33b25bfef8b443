import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { findStale, writeFiles } from '../../pipeline/host/write-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

const { readdirSync, readFileSync } = fs;
const originals = { renameSync: fs.renameSync, writeFileSync: fs.writeFileSync };
const linkSync = vi.spyOn(fs, 'linkSync');
const renameSync = vi.spyOn(fs, 'renameSync');
const writeFileSync = vi.spyOn(fs, 'writeFileSync');
syncBuiltinESMExports();
afterAll(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'rename' });
}

const old = { 'locales/es/a.po': 'es', 'locales/pt/a.po': 'pt' };
const next = [
  { path: 'locales/a.pot', text: 'new template' },
  { path: 'locales/es/a.po', text: 'new es', before: 'es' },
  { path: 'locales/fr/a.po', text: 'new fr', before: null },
  { path: 'locales/pt/a.po', text: 'new pt', before: 'pt' },
];

/** Paths and texts of all files. */
function tree(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => fs.statSync(path.join(root, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]));
}

const fresh = Object.fromEntries(next.map((file) => [file.path, file.text]));

/** Lets the renames with these numbers fail. */
function failRenames(failing: (nth: number) => boolean, act: () => void): void {
  const actual = originals.renameSync;
  let calls = 0;
  renameSync.mockImplementation((from, to) => {
    calls += 1;
    if (failing(calls)) throw refusal('EIO');
    actual(from, to);
  });
  try {
    act();
  } finally {
    renameSync.mockImplementation(actual);
  }
}

test('files are written, folders made, and nothing is left beside them', () => {
  const root = temporaryFolder(old);
  expect(findStale(root, next)).toEqual(next);
  writeFiles(root, next);
  expect(tree(root)).toEqual(fresh);
  expect(findStale(root, next)).toEqual([]);
});

test.each([1, 2, 3, 4])('a disk that fails at the %ith rename leaves all files as they were', (nth) => {
  const root = temporaryFolder(old);
  failRenames(
    (call) => call === nth,
    () => expect(() => writeFiles(root, next)).toThrow(expect.objectContaining({ key: 'other' })),
  );
  expect(tree(root)).toEqual(old);
  expect(readdirSync(path.join(root, 'locales')).sort()).toEqual(['es', 'pt']);
});

test('a disk that fails for good leaves whole files, says where the old ones are, and keeps them', () => {
  const root = temporaryFolder(old);
  let thrown: unknown;
  failRenames(
    (call) => call >= 4,
    () => {
      try {
        writeFiles(root, next);
      } catch (error) {
        thrown = error;
      }
    },
  );
  expect(thrown).toMatchObject({ key: 'halfway' });
  // The disk is well again: what the next command does leaves the copies alone.
  writeFiles(root, [{ path: 'locales/es/b.po', text: 'b' }]);
  const left = tree(root);
  for (const [at, text] of Object.entries(old)) expect([text, fresh[at]]).toContain(left[at]);
  expect(
    Object.entries(left)
      .filter(([at]) => at.endsWith('.old.tmp'))
      .map(([, text]) => text),
  ).toContain('es');
});

test.each([
  ['ENOSPC', 'space'],
  ['EDQUOT', 'space'],
  ['EACCES', 'permission'],
])('%s while a file is prepared touches nothing', (code, key) => {
  const root = temporaryFolder(old);
  const actual = originals.writeFileSync;
  let calls = 0;
  writeFileSync.mockImplementation((file, data, options) => {
    calls += 1;
    if (calls === 3) {
      // What fits on the disk is there.
      actual(file, String(data).slice(0, 2), options);
      throw refusal(code);
    }
    actual(file, data, options);
  });
  try {
    expect(() => writeFiles(root, next)).toThrow(expect.objectContaining({ key }));
  } finally {
    writeFileSync.mockImplementation(actual);
  }
  expect(tree(root)).toEqual(old);
});

test('a file system without hard links gets copies', () => {
  const root = temporaryFolder(old);
  linkSync.mockImplementationOnce(() => {
    throw refusal('EPERM');
  });
  writeFiles(root, next);
  expect(tree(root)).toEqual(fresh);
});

test.each([
  ['was saved by another program', 'locales/pt/a.po', 'pt, revised'],
  ['was made by another program', 'locales/fr/a.po', 'fr'],
])('a file that %s meanwhile is left, and so are the others', (_, at, text) => {
  const root = temporaryFolder({ ...old, [at]: text });
  expect(() => writeFiles(root, next)).toThrow(expect.objectContaining({ key: 'changedMeanwhile' }));
  expect(tree(root)).toEqual({ ...old, [at]: text });
});

test('what a killed process left is taken away; what is not ours is not', () => {
  const killed = 'locales/es/a.po.tinkuy-4194305-0a1b2c3d';
  const running = `locales/es/a.po.tinkuy-${process.ppid}-0a1b2c3d.new.tmp`;
  const foreign = { 'locales/es/a.po.tmp': 'x', 'locales/es/b.tinkuy-1.tmp': 'x', [running]: 'x' };
  const root = temporaryFolder({
    ...old,
    ...foreign,
    [`${killed}.new.tmp`]: 'half',
    [`${killed}.old.tmp`]: 'es',
  });
  writeFiles(root, next);
  expect(tree(root)).toEqual({ ...fresh, ...foreign });
});

test('files of one folder are staged together, also where the folder is reached through a link', () => {
  const root = temporaryFolder({ 'real/a.po': 'a', 'real/b.po': 'b' });
  fs.symlinkSync(path.join(root, 'real'), path.join(root, 'linked'), 'junction');
  const files = ['new', 'a', 'b', 'newer'].map((name) => ({ path: `linked/${name}.po`, text: `${name} 2` }));
  writeFiles(root, files);
  expect(tree(path.join(root, 'real'))).toEqual({
    'a.po': 'a 2',
    'b.po': 'b 2',
    'new.po': 'new 2',
    'newer.po': 'newer 2',
  });
});
