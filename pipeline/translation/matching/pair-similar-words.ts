import { distance } from 'fastest-levenshtein';
import type { WeighedSegment } from './align-tokens.ts';

/** More words than this that only one of the texts has are no slips of the keyboard. */
const wordsMax = 8;
/** Greatest share of a word's letters that may differ: "boundary" and "boundaries", "frontier" and "fronteir". */
const differenceMax = 0.34;

/**
 * Gives words of `a` that `b` lacks the id of a word of `b` that `a` lacks and that is spelt nearly so: a corrected slip
 * of the keyboard, another number or gender.
 */
export function pairSimilarWords(a: WeighedSegment, b: WeighedSegment): WeighedSegment {
  const [own, other] = [wordsOf(a, b), wordsOf(b, a)];
  if (own.size === 0 || other.size === 0 || own.size > wordsMax || other.size > wordsMax) return a;
  const renamed = new Map<number, number>();
  for (const [word, id] of own) {
    let nearest = { id: -1, difference: differenceMax };
    for (const [candidate, otherId] of other) {
      const difference = distance(word, candidate) / Math.max(word.length, candidate.length);
      if (difference < nearest.difference) nearest = { id: otherId, difference };
    }
    if (nearest.id >= 0) renamed.set(id, nearest.id);
  }
  return renamed.size === 0 ? a : { ...a, ids: a.ids.map((id) => renamed.get(id) ?? id) };
}

/** Words of `a` that `b` lacks, with their ids. */
function wordsOf(a: WeighedSegment, b: WeighedSegment): Map<string, number> {
  const known = new Set(b.ids);
  const words = new Map<string, number>();
  a.tokens.forEach(({ kind, text }, at) => {
    const id = a.ids[at] ?? -1;
    if (kind === 'word' && !known.has(id)) words.set(text, id);
  });
  return words;
}
