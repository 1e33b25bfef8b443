import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { openChunks } from '../../pipeline/host/open-chunks.ts';
import { temporaryFolder } from './temporary-folder.ts';

const first =
  "const second=require('./second.cjs');exports.say=()=>second.word;exports.isFile=require('node:fs').existsSync";
const second = "exports.word='hello'";

function write(compiled: Record<string, Uint8Array>): URL {
  const folder = temporaryFolder();
  const files = { 'first.cjs': first, 'second.cjs': second, ...compiled };
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return pathToFileURL(`${folder}/`);
}

/** As it is named for the Node.js that runs. */
const compiledName = `first.cjs.${process.version}-${process.arch}.v8`;

interface First {
  say: () => string;
  isFile: (at: string) => boolean;
}

function compiledOnce(): Buffer {
  const chunks = openChunks(write({}));
  chunks.load<First>('first.cjs').say();
  return chunks.scripts.get('first.cjs')?.createCachedData() ?? Buffer.alloc(0);
}

test('chunks run once, and name each other and what Node.js has', () => {
  const chunks = openChunks(write({}));
  const loaded = chunks.load<First>('first.cjs');
  expect(loaded.say()).toBe('hello');
  expect(loaded.isFile('.')).toBe(true);
  expect(chunks.load('first.cjs')).toBe(loaded);
  expect([...chunks.scripts.keys()]).toEqual(['first.cjs', 'second.cjs']);
});

test('what V8 made of them is taken', () => {
  const chunks = openChunks(write({ [compiledName]: compiledOnce() }));
  expect(chunks.load<First>('first.cjs').say()).toBe('hello');
  expect(chunks.scripts.get('first.cjs')?.cachedDataRejected).toBe(false);
});

test.each<[string, (compiled: Buffer) => Uint8Array]>([
  ['cut off', (compiled) => compiled.subarray(0, compiled.length / 2)],
  ['empty', () => Buffer.alloc(0)],
  ['no code', () => Buffer.from('no code at all')],
  ['of another V8', (compiled) => Buffer.from(compiled).fill(7, 4, 8)],
])('what does not fit is left: %s', (_, spoil) => {
  const chunks = openChunks(write({ [compiledName]: spoil(compiledOnce()) }));
  expect(chunks.load<First>('first.cjs').say()).toBe('hello');
});
