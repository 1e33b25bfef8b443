import { canonicalize } from '../rdf/canonicalize.ts';
import { readStored, type Unreadable } from './read-stored.ts';

/** How a graph that came back differs from the one that was sent; lines of canonical N-Triples. */
export interface GraphDifference {
  triples: number;
  missing: string[];
  added: string[];
}

/**
 * Compares what a store gives back with what it was sent, as graphs: blank nodes may have other labels, the order may be
 * another.
 *
 * @param sent canonical N-Triples
 * @param received N-Triples or Turtle; what is neither is Unreadable
 */
export async function compareLoaded(
  sent: string,
  received: string,
  mediaType: string,
): Promise<GraphDifference | Unreadable> {
  const quads = readStored(received, mediaType);
  if ('problem' in quads) return quads;
  const canonical = await canonicalize(quads).catch((error: Error): Unreadable => {
    // Blank nodes can be woven so that no canonical form is found in useful time (RDFC-1.0, 7.1).
    return { problem: 'syntax', found: error.message };
  });
  if (typeof canonical !== 'string') return canonical;
  const lines = (text: string) => new Set(text.split('\n').filter((line) => line !== ''));
  const [wanted, found] = [lines(sent), lines(canonical)];
  return {
    triples: found.size,
    missing: [...wanted].filter((line) => !found.has(line)),
    added: [...found].filter((line) => !wanted.has(line)),
  };
}
