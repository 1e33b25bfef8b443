import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { writeOutputs } from '../../pipeline/host/write-outputs.ts';
import { temporaryFolder } from './temporary-folder.ts';

const { readdirSync, readFileSync } = fs;
const originals = { renameSync: fs.renameSync, writeFileSync: fs.writeFileSync };
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

function output(at: string, text: string) {
  return { path: at, text, mediaType: 'text/plain', language: undefined };
}

test.each([1, 2, 3, 4, 5, 6])('a disk that fails at the %ith rename leaves the folder as it was', (nth) => {
  const root = temporaryFolder({ 'dist/a.md': 'A', 'dist/b/c.md': 'C' });
  renameSync.mockClear();
  const actual = originals.renameSync;
  let calls = 0;
  renameSync.mockImplementation((from, to) => {
    calls += 1;
    if (calls === nth) throw refusal('EIO');
    actual(from, to);
  });
  const next = [output('a.md', 'A2'), output('b/c.md', 'C2'), output('new/d.md', 'D'), output('e.md', 'E')];
  try {
    expect(() => writeOutputs(path.join(root, 'dist'), next)).toThrow('EIO');
  } finally {
    renameSync.mockImplementation(actual);
  }
  expect(readdirSync(root)).toEqual(['dist']);
  expect(readdirSync(path.join(root, 'dist')).sort()).toEqual(['a.md', 'b']);
  expect(readFileSync(path.join(root, 'dist/a.md'), 'utf8')).toBe('A');
  expect(readFileSync(path.join(root, 'dist/b/c.md'), 'utf8')).toBe('C');
});

test.each([
  ['ENOSPC', 'space'],
  ['EACCES', 'permission'],
  ['EMFILE', 'other'],
])('%s while the files are prepared touches nothing', (code, key) => {
  const root = temporaryFolder({ 'dist/a.md': 'A' });
  writeFileSync.mockImplementationOnce(() => {
    throw refusal(code);
  });
  const failing = () => writeOutputs(path.join(root, 'dist'), [output('a.md', 'A2')]);
  expect(failing).toThrow(expect.objectContaining({ key }));
  expect(readdirSync(root)).toEqual(['dist']);
  expect(readFileSync(path.join(root, 'dist/a.md'), 'utf8')).toBe('A');
});
