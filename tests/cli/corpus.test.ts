import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseGraph } from '../../pipeline/linked/rdf/parse-graph.ts';
import { readNquads } from '../../pipeline/linked/rdf/read-nquads.ts';
import { copyJournal } from './copy-journal.ts';
import { readTree } from './read-tree.ts';
import { runInProcess } from './run-in-process.ts';

const base = 'https://example.org/demo/';
const names = ['demo', 'second', 'third'];
const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
/** Its authors are a list, which has no address. */
const work = {
  id: 'example-2020',
  type: 'book',
  title: 'Borders',
  author: [{ family: 'Example', given: 'Ana' }, { literal: 'Institute of Borders' }],
  issued: { 'date-parts': [[2020]] },
};
let files: Map<string, string>;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  copyJournal(folder);
  for (const name of names)
    writeFileSync(path.join(folder, `source/${name}/references.json`), JSON.stringify([work]));
  expect(await runInProcess(folder, 'build')).toMatchObject({ code: 0, err: '' });
  files = readTree(path.join(folder, 'dist'));
});

describe('the union graph of several publications', () => {
  test('has of each the very triples of its own file, in a graph of its own', () => {
    const quads = readNquads(files.get('union.nq') ?? '');
    expect(new Set(quads.map(({ graph }) => graph.value))).toEqual(
      new Set(names.map((name) => `${base}dataset/${name}`)),
    );
    for (const name of names) {
      const own = (files.get(`data/${name}.nt`) ?? '').trimEnd().split('\n');
      const graph = ` <${base}dataset/${name}> .`;
      const lines = (files.get('union.nq') ?? '').split('\n').filter((line) => line.endsWith(graph));
      const asTriples = lines.map((line) => line.replace(graph, ' .').replaceAll(`_:${name}-`, '_:'));
      expect(asTriples).toEqual(own);
    }
  });

  test('shares no node without an address between publications', () => {
    const ofNode = new Map<string, Set<string>>();
    for (const { subject, object, graph } of readNquads(files.get('union.nq') ?? '')) {
      for (const term of [subject, object]) {
        if (term.termType !== 'BlankNode') continue;
        ofNode.set(term.value, (ofNode.get(term.value) ?? new Set()).add(graph.value));
      }
    }
    expect(ofNode.size).toBeGreaterThan(0);
    for (const graphs of ofNode.values()) expect(graphs.size).toBe(1);
  });
});

describe('the catalogue of several publications', () => {
  test('lists every dataset, with what its own description says, in both forms', async () => {
    const quads = await quadsOf('catalog.ttl');
    expect(await quadsOf('catalog.jsonld')).toHaveLength(quads.length);
    const valuesOf = (predicate: string) =>
      quads.filter((quad) => quad.predicate.value === predicate).map(({ object }) => object.value);
    expect(valuesOf('http://www.w3.org/ns/dcat#dataset').sort()).toEqual(
      names.map((name) => `${base}dataset/${name}`),
    );
    for (const name of names) {
      const described = await quadsOf(`data/${name}-dataset.ttl`);
      const own = quads.filter(({ subject }) => subject.value === `${base}dataset/${name}`);
      expect(own.length).toBeGreaterThan(5);
      for (const quad of own) expect(described.some((other) => other.equals(quad))).toBe(true);
    }
  });

  test('gives size and digest of the union graph', async () => {
    const union = Buffer.from(files.get('union.nq') ?? '');
    const told = (await quadsOf('catalog.ttl')).map(({ object }) => object.value);
    expect(told).toContain(String(union.length));
    expect(told).toContain(createHash('sha256').update(union).digest('hex'));
  });
});

async function quadsOf(path: string) {
  const graph = await parseGraph({ path, text: files.get(path) ?? '' });
  if ('reason' in graph) throw new Error(graph.reason);
  return graph.quads;
}
