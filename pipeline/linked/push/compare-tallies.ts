import { Parser } from 'n3';
import { canonicalize } from '../rdf/canonicalize.ts';
import { blankMax, type GraphTally } from './create-graph-tally.ts';

/** How two graphs differ of which only tallies are known. */
export interface TallyDifference {
  /** Predicates with other numbers of triples. */
  predicates: { predicate: string; expected: number; found: number }[];
  /** What is in question where these are equal: triples with blank nodes, or others. */
  others: 'named' | 'blank' | undefined;
}

/** Numbers of triples by predicate that differ. */
export function comparePredicates(
  sent: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
): TallyDifference['predicates'] {
  return [...new Set([...sent.keys(), ...found.keys()])]
    .map((predicate) => ({
      predicate,
      expected: sent.get(predicate) ?? 0,
      found: found.get(predicate) ?? 0,
    }))
    .filter((one) => one.expected !== one.found);
}

/** Compares two graphs; triples with blank nodes as long as there are not too many to work out which is which. */
export async function compareTallies(sent: GraphTally, found: GraphTally): Promise<TallyDifference> {
  const predicates = comparePredicates(sent.predicates, found.predicates);
  if (predicates.length > 0) return { predicates, others: undefined };
  if (sent.sum() !== found.sum()) return { predicates, others: 'named' };
  const isSame =
    sent.blank.length >= blankMax || (await canonicalOf(sent.blank)) === (await canonicalOf(found.blank));
  return { predicates, others: isSame ? undefined : 'blank' };
}

function canonicalOf(lines: readonly string[]): Promise<string> {
  return canonicalize(new Parser({ format: 'N-Triples' }).parse(lines.join('\n')));
}
