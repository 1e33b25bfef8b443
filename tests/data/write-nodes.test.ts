/** What is written without a JSON-LD processor is what jsonld, in safe mode, makes of the same nodes. */
import type { Quad } from '@rdfjs/types';
import fc from 'fast-check';
import { Parser } from 'n3';
import rdfCanonize from 'rdf-canonize';
import { describe, expect, test } from 'vitest';
import { canonicalize } from '../../pipeline/linked/rdf/canonicalize.ts';
import { compactWithJsonld } from '../../pipeline/linked/rdf/compact-with-jsonld.ts';
import { createTurtleWriter } from '../../pipeline/linked/rdf/create-turtle-writer.ts';
import { expandIri } from '../../pipeline/linked/rdf/expand-iri.ts';
import { expandWithJsonld } from '../../pipeline/linked/rdf/expand-with-jsonld.ts';
import type { Node } from '../../pipeline/linked/rdf/nodes.ts';
import { nodesToQuads } from '../../pipeline/linked/rdf/nodes-to-quads.ts';
import { readContext } from '../../pipeline/linked/rdf/read-context.ts';
import { readPrefixes } from '../../pipeline/linked/rdf/read-prefixes.ts';
import { takeLists } from '../../pipeline/linked/rdf/take-lists.ts';
import { writeNodes } from '../../pipeline/linked/rdf/write-nodes.ts';
import { writeTurtle } from '../../pipeline/linked/rdf/write-turtle.ts';
import type { Json, JsonObject } from '../../pipeline/model.ts';
import { serializeJson } from '../../pipeline/values/serialize-json.ts';

/** Namespaces of which one begins with another, two have one name, and one is as long as a term of it. */
const prefixes = {
  a: 'https://a.example/',
  'a-1': 'https://a.example/',
  deep: 'https://a.example/deep/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  z: 'https://a.example/dee#',
};
const local = fc.constantFrom(
  'one',
  'two',
  'deep/one',
  'deep/',
  'deep/two#x',
  'dee#x',
  '',
  'p/q:r',
  'no(thing)',
);
const iri = fc.oneof(
  local.map((name) => `https://a.example/${name}`),
  local.map((name) => `a:${name}`),
  fc.constantFrom('deep:one', 'z:p/one', 'urn:x:y', 'https://other.example/é', 'mailto:a@b.example'),
);
const property = fc.constantFrom('a:one', 'https://a.example/one', 'deep:one', 'a:two', 'a:deep/', 'urn:x:y');
const datatype = fc.constantFrom('xsd:date', 'http://www.w3.org/2001/XMLSchema#date', 'a:one', 'a:Law');
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'ñ "x"\n\\ \u0085', '10', '𐐷'));
const literal = fc.oneof(
  text.map((value): Json => ({ '@value': value })),
  fc.record({ '@value': text, '@type': datatype }),
  fc.record({ '@value': text, '@language': fc.constantFrom('en', 'pt-BR', 'es') }),
);
const reference = fc.record({ '@id': iri });
const object = fc.oneof(
  { weight: 4, arbitrary: literal },
  { weight: 2, arbitrary: reference },
  fc.record({ '@list': fc.array(fc.oneof(literal, reference), { maxLength: 3 }) }),
);
const classes = fc.uniqueArray(fc.constantFrom('a:Law', 'https://a.example/Rule', 'a:one', 'deep:T'), {
  minLength: 1,
  maxLength: 3,
});
const node = fc
  .tuple(iri, classes, fc.dictionary(property, fc.array(object, { minLength: 1, maxLength: 4 })))
  .map(([id, types, members]): Node => ({ '@id': id, '@type': types, ...members }));

const definition = fc.oneof(
  property,
  fc
    .record(
      {
        '@id': property,
        '@type': fc.constantFrom('@id', 'xsd:date', 'a:one'),
        '@container': fc.constantFrom<Json>(
          '@set',
          '@language',
          ['@set'],
          ['@language', '@set'],
          ['@set', '@language'],
        ),
      },
      { requiredKeys: ['@id'] },
    )
    .map((entries): Json => entries),
);
const terms = fc.dictionary(fc.constantFrom('n', 'name', 'one', 'constructor', 'two', 'date'), definition);
/** Classes have terms in the order of their addresses: by the one terms are scoped when expanding, by the other when compacting. */
const ofClass = (id: string) =>
  terms.map((scope): Json => (Object.keys(scope).length === 0 ? id : { '@id': id, '@context': scope }));
const context = fc
  .tuple(terms, fc.record({ Law: ofClass('a:Law'), Rule: ofClass('a:Rule') }, { requiredKeys: [] }))
  .map(([own, types]): JsonObject => ({ '@version': 1.1, ...prefixes, ...types, ...own }));

/** By the authors of RDFC-1.0, of the whole graph. */
async function canonicalOf(quads: Iterable<unknown>): Promise<string> {
  return rdfCanonize.canonize([...quads].map(withSpelledTag) as never, {
    algorithm: 'RDFC-1.0',
    maxWorkFactor: 3,
  });
}

/** As our files spell language tags; the libraries give them in lower case (https://www.w3.org/TR/rdf11-concepts/#dfn-language-tagged-string). */
function withSpelledTag(quad: unknown): unknown {
  const { subject, predicate, object, graph } = quad as Quad;
  if (object.termType !== 'Literal' || object.language !== 'pt-br') return quad;
  const { termType, value, datatype } = object;
  return { subject, predicate, graph, object: { termType, value, datatype, language: 'pt-BR' } };
}

function spelled(text: string): string {
  return text.replaceAll(/(?<=@|")pt-br(?=[ "])/g, 'pt-BR');
}

const namespaces = readPrefixes(prefixes);
const nodes = fc.array(node, { minLength: 1, maxLength: 3 });

describe('of generated nodes', () => {
  test('JSON-LD and triples are the same, and expanded the JSON-LD is the triples', async () => {
    let known = 0;
    await fc.assert(
      fc.asyncProperty(nodes, context, async (nodes, terms) => {
        const isKnown = readContext(terms) !== undefined;
        known += isKnown ? 1 : 0;
        const { quads, compact } = await writeNodes(nodes, terms);
        const compacted = await compact();
        const own = serializeJson(compacted);
        // What we do not write ourselves the library writes, and its tags.
        expect(isKnown ? own : spelled(own)).toBe(
          spelled(serializeJson(await compactWithJsonld(nodes, terms))),
        );
        const canonical = await canonicalOf(quads);
        expect(await canonicalOf(await expandWithJsonld(nodes, terms))).toBe(canonical);
        // Terms of a class do not reach into lists (https://www.w3.org/TR/json-ld11-api/#expansion-algorithm, 7).
        const hasScopes = JSON.stringify(terms).includes('"@context"');
        if (!isKnown || (hasScopes && JSON.stringify(nodes).includes('"@list"'))) return;
        const written = compacted['@graph'] as JsonObject[];
        expect(await canonicalOf(await expandWithJsonld(written, terms))).toBe(canonical);
      }),
      { numRuns: 1000 },
    );
    expect(known).toBeGreaterThan(300);
  });

  test('the canonical form is that of the whole graph, lists and all', async () => {
    await fc.assert(
      fc.asyncProperty(nodes, async (nodes) => {
        const quads = nodesToQuads(nodes, prefixes);
        expect(await canonicalize(quads)).toBe(await canonicalOf(quads));
      }),
      { numRuns: 300 },
    );
  });

  test('Turtle says the same, and a document of a part says what the part says', async () => {
    const read = (turtle: string) => canonicalOf(new Parser().parse(turtle));
    await fc.assert(
      fc.asyncProperty(nodes, async (nodes) => {
        const quads = nodesToQuads(nodes, prefixes);
        expect(await read(writeTurtle(quads, readPrefixes(prefixes)))).toBe(await canonicalOf(quads));
        const { rest, lists } = takeLists(quads);
        const write = createTurtleWriter(namespaces, lists);
        for (const { '@id': id } of nodes) {
          const address = expandIri(id, namespaces);
          const own = rest.filter(({ subject }) => subject.value === address);
          const part = nodes.filter((each) => expandIri(each['@id'], namespaces) === address);
          expect(await read(write(own))).toBe(await canonicalOf(nodesToQuads(part, prefixes)));
        }
      }),
      { numRuns: 300 },
    );
  });
});

test.each<[string, JsonObject]>([
  ['a vocabulary', { '@vocab': 'https://a.example/' }],
  ['a base', { '@base': 'https://a.example/' }],
  ['a language', { '@language': 'en' }],
  ['a context that is elsewhere', { '@import': 'https://a.example/context.jsonld' }],
  ['an older version', { '@version': 1.0 as number }],
  ['a list', { one: { '@id': 'a:one', '@container': '@list' } }],
  ['an index', { one: { '@id': 'a:one', '@container': '@index' } }],
  ['no container', { one: { '@id': 'a:one', '@container': [] } }],
  ['words of one language', { one: { '@id': 'a:one', '@language': 'es' } }],
  ['a reverse property', { one: { '@reverse': 'a:one' } }],
  ['a term of the vocabulary as value', { one: { '@id': 'a:one', '@type': '@vocab' } }],
  ['JSON as value', { one: { '@id': 'a:one', '@type': '@json' } }],
  ['a term without an address', { one: null }],
  ['a name that stands for another', { one: 'two', two: 'a:two' }],
  ['a name for a keyword', { type: '@type' }],
  ['a term with an address for a name', { 'a:one': { '@id': 'a:one' } }],
  ['a prefix that is a short address', { p: 'a:p/' }],
  ['a prefix of names', { p: 'urn:p:' }],
  ['a prefix within a class', { Law: { '@id': 'a:Law', '@context': { p: 'https://p.example/' } } }],
  ['a class that says what a prefix is', { Law: { '@id': 'a:Law', '@context': { deep: 'a:deep' } } }],
  [
    'a class within a class',
    { Law: { '@id': 'a:Law', '@context': { one: { '@id': 'a:one', '@context': { n: 'a:n' } } } } },
  ],
  ['a class that is a property', { Law: { '@id': 'a:Law', '@context': { one: 'a:one' } }, law: 'a:Law' }],
])('a context with %s is left to a processor', (_, terms) => {
  expect(readContext({ ...prefixes, ...terms })).toBeUndefined();
});

test('an address that looks like a short one is written as it is', async () => {
  const nodes: Node[] = [{ '@id': 'a://b', '@type': ['a:Law'] }];
  const { quads, compact } = await writeNodes(nodes, prefixes);
  const compacted = await compact();
  expect(compacted['@graph']).toEqual([{ '@id': 'a://b', '@type': 'a:Law' }]);
  expect(quads).toEqual(await expandWithJsonld(nodes, prefixes));
});

test.each<[string, Node]>([
  ['a word', { '@id': 'a:one', 'a:two': ['words'] }],
  ['a number', { '@id': 'a:one', 'a:two': [{ '@value': 1.5 }] }],
  ['an object in an object', { '@id': 'a:one', 'a:two': [{ '@id': 'a:two', 'a:three': [] }] }],
  ['a list of lists', { '@id': 'a:one', 'a:two': [{ '@list': [{ '@list': [] }] }] }],
  ['a language that is none', { '@id': 'a:one', 'a:two': [{ '@value': 'x', '@language': 'a b' }] }],
  ['a property that is no address', { '@id': 'a:one', two: [{ '@id': 'a:two' }] }],
  ['an address that is none', { '@id': 'a:one', 'a:two': [{ '@id': 'a b' }] }],
  [
    'a double, which JSON-LD writes anew',
    { '@id': 'a:one', 'a:two': [{ '@value': '1', '@type': 'xsd:double' }] },
  ],
  ['nothing', { '@id': 'a:one' }],
])('%s is a bug that is not passed over', async (_, broken) => {
  await expect(writeNodes([broken], prefixes).then(({ compact }) => compact())).rejects.toThrow();
});
