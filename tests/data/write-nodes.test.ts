/** What is written without a JSON-LD processor is what jsonld, in safe mode, makes of the same nodes. */
import fc from 'fast-check';
import rdfCanonize from 'rdf-canonize';
import { describe, expect, test } from 'vitest';
import { compactWithJsonld } from '../../pipeline/linked/rdf/compact-with-jsonld.ts';
import { expandWithJsonld } from '../../pipeline/linked/rdf/expand-with-jsonld.ts';
import type { Node } from '../../pipeline/linked/rdf/nodes.ts';
import { readContext } from '../../pipeline/linked/rdf/read-context.ts';
import { writeNodes } from '../../pipeline/linked/rdf/write-nodes.ts';
import type { Json, JsonObject } from '../../pipeline/model.ts';
import { serializeJson } from '../../pipeline/values/serialize-json.ts';

/** Namespaces of which one begins with another, two have one name, and one is as long as a term of it. */
const prefixes = {
  a: 'https://a.example/',
  'a-1': 'https://a.example/',
  deep: 'https://a.example/deep/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  z: 'https://a.example/dee',
};
const local = fc.constantFrom('one', 'two', 'deep/one', 'deep/', 'deep/two#x', '', 'p/q:r', 'no(thing)');
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

async function canonicalOf(quads: Iterable<unknown>): Promise<string> {
  return rdfCanonize.canonize([...quads] as never, { algorithm: 'RDFC-1.0', maxWorkFactor: 3 });
}

describe('of generated nodes', () => {
  test('JSON-LD and triples are the same, and expanded the JSON-LD is the triples', async () => {
    let known = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(node, { minLength: 1, maxLength: 3 }), context, async (nodes, terms) => {
        const isKnown = readContext(terms) !== undefined;
        known += isKnown ? 1 : 0;
        const { quads, compacted } = await writeNodes(nodes, terms);
        expect(serializeJson(compacted)).toBe(serializeJson(await compactWithJsonld(nodes, terms)));
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
});
