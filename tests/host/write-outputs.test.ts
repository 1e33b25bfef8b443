import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { HostFailure } from '../../pipeline/host/host-failure.ts';
import { writeOutputs } from '../../pipeline/host/write-outputs.ts';
import type { OutputFile } from '../../pipeline/model.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { unprivileged } from './unprivileged.ts';

function outputs(texts: Record<string, string>): OutputFile[] {
  const files = Object.keys(texts).map((at) => ({ path: at }));
  const all = { ...texts, 'manifest.json': JSON.stringify({ files }) };
  return Object.entries(all).map(([at, text]) => ({
    path: at,
    text,
    mediaType: 'text/plain',
    language: undefined,
  }));
}

function tree(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile()).sort();
  return Object.fromEntries(files.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

test('a first build makes the folder, and leaves nothing beside it', () => {
  const root = temporaryFolder();
  const written = writeOutputs(path.join(root, 'dist'), outputs({ 'en/a.md': 'A', 'data/a.jsonld': '{}' }));
  expect(written).toEqual({ written: 3, unchanged: 0, removed: 0 });
  expect(Object.keys(tree(root))).toEqual(['dist/data/a.jsonld', 'dist/en/a.md', 'dist/manifest.json']);
});

test('unchanged files keep their time; those of the last manifest go; those of others stay', () => {
  const root = temporaryFolder();
  const dist = path.join(root, 'dist');
  writeOutputs(dist, outputs({ 'en/a.md': 'A', 'en/b.md': 'B', 'old/c.md': 'C' }));
  writeFileSync(path.join(dist, 'en/CNAME'), 'foreign');
  utimesSync(path.join(dist, 'en/a.md'), 1000, 1000);
  const written = writeOutputs(dist, outputs({ 'en/a.md': 'A', 'en/b.md': 'B2' }));
  expect(written).toEqual({ written: 2, unchanged: 1, removed: 1 });
  expect(statSync(path.join(dist, 'en/a.md')).mtimeMs).toBe(1_000_000);
  expect(tree(root)).toMatchObject({ 'dist/en/a.md': 'A', 'dist/en/b.md': 'B2', 'dist/en/CNAME': 'foreign' });
  expect(readdirSync(dist).sort()).toEqual(['en', 'manifest.json']);
});

test('the same outputs again change nothing', () => {
  const dist = path.join(temporaryFolder(), 'dist');
  writeOutputs(dist, outputs({ 'en/a.md': 'A' }));
  const before = statSync(dist).mtimeMs;
  expect(writeOutputs(dist, outputs({ 'en/a.md': 'A' }))).toEqual({ written: 0, unchanged: 2, removed: 0 });
  expect(statSync(dist).mtimeMs).toBe(before);
});

test('what is in the way stops it, and the folder is as it was', () => {
  const root = temporaryFolder();
  const dist = path.join(root, 'dist');
  writeOutputs(dist, outputs({ 'en/a.md': 'A', 'en/b.md': 'B' }));
  mkdirSync(path.join(dist, 'pt/a.md'), { recursive: true });
  const before = tree(root);
  const failing = () => writeOutputs(dist, outputs({ 'en/a.md': 'A2', 'pt/a.md': 'P' }));
  expect(failing).toThrow(HostFailure);
  expect(tree(root)).toEqual(before);
});

test('nothing is written through a symbolic link inside the folder', () => {
  const outside = temporaryFolder();
  const dist = path.join(temporaryFolder({ 'dist/x': '' }), 'dist');
  symlinkSync(outside, path.join(dist, 'en'));
  expect(() => writeOutputs(dist, outputs({ 'en/a.md': 'A' }))).toThrow(HostFailure);
  expect(readdirSync(outside)).toEqual([]);
});

test('a manifest that names files outside, or is damaged, removes nothing', () => {
  const root = temporaryFolder({
    'precious.txt': 'mine',
    'dist/manifest.json': JSON.stringify({
      files: [{ path: '../precious.txt' }, { path: '/etc/passwd' }, null, 7],
    }),
  });
  writeOutputs(path.join(root, 'dist'), outputs({}));
  expect(tree(root)['precious.txt']).toBe('mine');
  writeFileSync(path.join(root, 'dist/manifest.json'), '<<<<<<< HEAD');
  writeOutputs(path.join(root, 'dist'), outputs({ 'en/a.md': 'A' }));
  expect(tree(root)).toMatchObject({ 'precious.txt': 'mine', 'dist/en/a.md': 'A' });
});

test.each(['../x', '/x', 'a/../../x', 'a//x', 'a\\x', 'C:x', '', './x'])('an output at %j is a bug', (at) => {
  const dist = path.join(temporaryFolder(), 'dist');
  const output = { path: at, text: '', mediaType: 'text/plain', language: undefined };
  expect(() => writeOutputs(dist, [output])).toThrow(/leaves the folder/);
});

test('a folder without permission is a refusal of the machine', () => {
  const root = temporaryFolder();
  utimesSync(root, 1, 1);
  mkdirSync(path.join(root, 'closed'), { mode: 0o500 });
  const write = () => writeOutputs(path.join(root, 'closed/dist'), outputs({}));
  expect(() => unprivileged(root, write)).toThrow(HostFailure);
});

test.each<[string, (dist: string) => void]>([
  ['a file', (dist) => writeFileSync(dist, 'mine')],
  ['a link to nowhere', (dist) => symlinkSync('nowhere', dist)],
])('%s in the place of the folder is told by its own name', (_, make) => {
  const dist = path.join(temporaryFolder(), 'dist');
  make(dist);
  const refused = expect.objectContaining({ key: 'noFolder', values: { path: dist } });
  expect(() => writeOutputs(dist, outputs({ 'en/a.md': 'A' }))).toThrow(refused);
});
