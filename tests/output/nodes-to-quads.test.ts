import { expect, test } from 'vitest';
import { canonicalize } from '../../pipeline/linked/rdf/canonicalize.ts';
import { expandWithJsonld } from '../../pipeline/linked/rdf/expand-with-jsonld.ts';
import type { Node } from '../../pipeline/linked/rdf/nodes.ts';
import { nodesToQuads } from '../../pipeline/linked/rdf/nodes-to-quads.ts';

const context = { ex: 'https://example.org/#', xsd: 'http://www.w3.org/2001/XMLSchema#' };

test('nodes become the triples that a JSON-LD processor makes of them', async () => {
  const nodes: Node[] = [
    {
      '@id': 'ex:a',
      '@type': ['ex:Thing', 'https://example.org/Other'],
      'ex:name': [{ '@value': 'A', '@language': 'en' }, { '@value': 'A "quoted"\n\\ 𐐷' }],
      'ex:size': [{ '@value': '5.40', '@type': 'xsd:decimal' }],
      'https://example.org/to': [{ '@id': 'ex:b' }, { '@id': 'https://example.org/x:y' }],
      'ex:list': [{ '@list': [{ '@value': '1' }, { '@id': 'ex:b' }] }, { '@list': [] }],
    },
  ];
  const [own, theirs] = await Promise.all([
    canonicalize(nodesToQuads(nodes, context)),
    canonicalize(await expandWithJsonld(nodes, context)),
  ]);
  expect(own).toBe(theirs);
  expect(own.split('\n').length).toBeGreaterThan(12);
});

test('what is no node, literal or list is a bug that is not passed over', () => {
  const broken: Node = { '@id': 'ex:a', 'ex:name': ['words'] };
  expect(() => nodesToQuads([broken], context)).toThrow();
});
