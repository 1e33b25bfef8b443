import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findDoubledNames, findOneRoomTypes, modelPath, type Sources } from './declared-names.ts';

const root = path.resolve(import.meta.dirname, '../../pipeline');

const pipeline: Sources = new Map(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort()
    .map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(root, name), 'utf8')]),
);

/**
 * Names that two files have for want of a better one, each with its reason: a command and the function of a room that
 * it calls. A name that is parted has to leave this list.
 */
const allowed = [
  'ExportOptions',
  'ReconcileOptions',
  'adoptEdits',
  'build',
  'confirmCatalogs',
  'explain',
  'exportCatalogs',
  'generate',
  'importCatalogs',
  'syncCatalogs',
];

test('a name of a type or an exported function stands for one thing in all of pipeline/', () => {
  const doubled = findDoubledNames(pipeline);
  const told = [...doubled].filter(([name]) => !allowed.includes(name));
  expect(told.map(([name, paths]) => `${name}: ${paths.join(', ')}`)).toEqual([]);
  expect(allowed.filter((name) => !doubled.has(name))).toEqual([]);
});

test('a type stands in model.ts where two rooms name it, or one that they name is made of it', () => {
  expect(pipeline.has(modelPath)).toBe(true);
  expect(findOneRoomTypes(pipeline)).toEqual([]);
});

test('a second type or exported function of a name is found, whatever kind the first is; what a file keeps to itself is not', () => {
  const sources = new Map([
    ['text/a.ts', 'export interface Token { kind: string }\nfunction read() {}'],
    ['text/b.ts', 'type Token = string;\nexport function read(): void {}'],
    ['graph/c.ts', 'export const read = 1;\nexport function Step(): void {}'],
    ['host/d.ts', 'interface Step { read(): void }'],
  ]);
  expect([...findDoubledNames(sources)]).toEqual([
    ['Token', ['text/a.ts', 'text/b.ts']],
    ['Step', ['graph/c.ts', 'host/d.ts']],
  ]);
});

test('a type of model.ts that one room names is found, unless a shared type is made of it', () => {
  const sources = new Map([
    [
      modelPath,
      `export type Id = string;
       export interface Shared extends Base { part: Part[] }
       export interface Base { id: Id }
       export interface Part { id: Id }
       export interface Own { id: Id }
       export interface Unused { own: Own }`,
    ],
    ['text/a.ts', "import type { Own, Part, Shared } from '../model.ts';"],
    ['text/deep/b.ts', "import type { Own as Mine } from '../../model.ts';"],
    ['build.ts', "import type { Shared } from './model.ts';"],
  ]);
  expect(findOneRoomTypes(sources)).toEqual(['Own', 'Unused']);
});
