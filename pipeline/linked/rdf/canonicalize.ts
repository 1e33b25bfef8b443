import type { Quad } from '@rdfjs/types';
import { createLineWriter } from './create-line-writer.ts';
import { spellTag } from './spell-tag.ts';

/**
 * N-Quads in the canonical form of RDFC-1.0 (https://www.w3.org/TR/rdf-canon/): equal texts are equal graphs. Without
 * named graphs the same bytes are canonical N-Triples.
 *
 * Labels of blank nodes depend on the quads that have some, and on no other
 * (https://www.w3.org/TR/rdf-canon/#canon-algorithm, 2.1), so that only these go through the algorithm; the rest is lines.
 */
export async function canonicalize(quads: Iterable<Quad>): Promise<string> {
  const write = createLineWriter();
  const lines: string[] = [];
  const blank: Quad[] = [];
  for (const given of quads) {
    const quad = withSpeltTag(given);
    if (hasBlankNode(quad)) blank.push(quad);
    else lines.push(write(quad));
  }
  for (const line of await labelBlanks(blank)) lines.push(line);
  return lines.sort().join('');
}

/** Lines with their line feeds. */
async function labelBlanks(quads: Quad[]): Promise<string[]> {
  if (quads.length === 0) return [];
  const { default: rdfCanonize } = await import('rdf-canonize');
  const labelled = await rdfCanonize.canonize(quads, { algorithm: 'RDFC-1.0' });
  return labelled.split(/(?<=\n)/);
}

function withSpeltTag(quad: Quad): Quad {
  const { subject, predicate, graph } = quad;
  const object = spellTag(quad.object);
  if (object === quad.object) return quad;
  return {
    termType: 'Quad',
    value: '',
    subject,
    predicate,
    object,
    graph,
    equals: (other) => quad.equals(other),
  };
}

function hasBlankNode({ subject, object, graph }: Quad): boolean {
  return (
    subject.termType === 'BlankNode' || object.termType === 'BlankNode' || graph.termType === 'BlankNode'
  );
}
