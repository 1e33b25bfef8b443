import { Parser } from 'n3';
import { canonicalize } from '../rdf/canonicalize.ts';

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
 * @param received N-Triples or Turtle
 * @throws Error where the answer is neither
 */
export async function compareLoaded(sent: string, received: string): Promise<GraphDifference> {
  const canonical = await canonicalize(new Parser().parse(received));
  const lines = (text: string) => new Set(text.split('\n').filter((line) => line !== ''));
  const [wanted, found] = [lines(sent), lines(canonical)];
  return {
    triples: found.size,
    missing: [...wanted].filter((line) => !found.has(line)),
    added: [...found].filter((line) => !wanted.has(line)),
  };
}
