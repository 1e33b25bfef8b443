import type { Quad } from '@rdfjs/types';

/**
 * N-Quads in the canonical form of RDFC-1.0 (https://www.w3.org/TR/rdf-canon/): equal texts are equal graphs. Without
 * named graphs the same bytes are canonical N-Triples.
 */
export async function canonicalize(quads: Iterable<Quad>): Promise<string> {
  const { default: rdfCanonize } = await import('rdf-canonize');
  return rdfCanonize.canonize([...quads], { algorithm: 'RDFC-1.0' });
}
