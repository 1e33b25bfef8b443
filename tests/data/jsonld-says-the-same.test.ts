/** Every file of JSON-LD that is published is, to jsonld in safe mode, the graph of the Turtle beside it. */
import path from 'node:path';
import { Parser } from 'n3';
import rdfCanonize from 'rdf-canonize';
import { describe, expect, test } from 'vitest';
import { readProject } from '../../pipeline/host/read-project.ts';
import type { JsonObject } from '../../pipeline/model.ts';
import { buildProject } from '../build-project.ts';
import { keep } from '../keep.ts';
import { packageRoot } from '../package-root.ts';
import { ownBuild } from '../publication/own-build.ts';
import { readWithJsonld } from '../publication/read-quads.ts';

type Files = ReadonlyMap<string, string>;

const readFixture = (name: string) =>
  readProject(path.join(packageRoot, 'tests/fixtures', name), { keep }).value;

/** What a fixture publishes where the context of a type is another. */
async function publish(name: string, type: string, terms: JsonObject): Promise<Files> {
  const project = readFixture(name);
  const at = `schemas/types/${type}.json`;
  const own = project.own.map((file) => {
    if (file.path !== at) return file;
    return { ...file, text: JSON.stringify({ ...JSON.parse(file.text), 'x-jsonld-context': terms }) };
  });
  const built = await buildProject({ ...project, own });
  expect(built.outputs.length).toBeGreaterThan(20);
  return new Map(built.outputs.map((output) => [output.path, output.text]));
}

async function expectSame(files: Files, isAsked: (at: string) => boolean): Promise<number> {
  const asked = [...files].filter(([at]) => files.has(at.replace(/jsonld$/, 'ttl')) && isAsked(at));
  for (const [at, jsonld] of asked.filter(([at]) => at.endsWith('.jsonld'))) {
    const turtle = new Parser().parse(files.get(at.replace(/jsonld$/, 'ttl')) ?? '');
    const canonical = await rdfCanonize.canonize(turtle, { algorithm: 'RDFC-1.0' });
    expect(canonical).not.toBe('');
    expect({ at, graph: await readWithJsonld(jsonld) }).toEqual({ at, graph: canonical });
    const lines = files.get(at.replace(/jsonld$/, 'nt'));
    if (lines !== undefined) expect(lines).toBe(canonical);
  }
  return asked.length;
}

describe('of a project', () => {
  test.each<[string, JsonObject]>([
    [
      'short and full addresses',
      { opens: 'schema:opens', closes: { '@id': 'https://example.org/terms#closes' } },
    ],
    ['types', { opens: { '@id': 'schema:opens', '@type': 'xsd:time' } }],
    ['sets', { closes: { '@id': 'schema:closes', '@type': 'xsd:time', '@container': '@set' } }],
    ['one text of a language', { name: { '@id': 'schema:name', '@container': '@language' } }],
    ['texts of a language', { name: { '@id': 'schema:name', '@container': ['@set', '@language'] } }],
    [
      'two names of one property',
      { opens: 'schema:closes', closes: { '@id': 'schema:closes', '@container': '@set' } },
    ],
    ['references that are values', { place: { '@id': 'schema:geo', '@type': '@id', '@container': '@set' } }],
  ])('whose context has %s', async (_, terms) => {
    const files = await publish('kinds-of-values', 'market', terms);
    expect(await expectSame(files, () => true)).toBeGreaterThanOrEqual(4);
  });
});

test('of this repository: all there is, the description of it, and a document of each type', async () => {
  const files = new Map(ownBuild.outputs.map((output) => [output.path, output.text]));
  const seen = new Set<string>();
  const isFirst = (at: string): boolean => {
    const type = /^data\/entities\/([^/]+)\/.*\.jsonld$/.exec(at)?.[1] ?? at;
    return !seen.has(type) && Boolean(seen.add(type));
  };
  expect(await expectSame(files, isFirst)).toBeGreaterThan(20);
});
