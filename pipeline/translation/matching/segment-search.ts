import type { WeighedSegment } from './align-tokens.ts';
import type { Lexicon } from './create-lexicon.ts';
import {
  type IndexedSegment,
  postingKeys,
  type SegmentKey,
  type SegmentPostings,
  shortKeysOf,
  weightAt,
} from './segment-postings.ts';

/** How many places of the index one search may visit: what keeps the work in step with the number of searches. */
const visitsMax = 2000;
/** A search ends when this share of its keys' weight has been looked up: what has none of it in common is too far off. */
const lookedUpShare = 0.6;
/** How many segments a search brings to be compared word by word. */
const foundMax = 16;

/** What is searched: the segments of one catalog, and after them those that all catalogs share. */
export interface Searched {
  own: SegmentPostings;
  shared: SegmentPostings;
  /** Numbers of shared segments that the catalog has itself. */
  hidden: ReadonlySet<number>;
  lexicon: Lexicon;
  /** Of the shared segments, by number, sums of the weights of their keys; NaN where they are not known yet. */
  totals: Float64Array;
}

/**
 * Prepares searches for the few segments of many that may be like another one, most promising first; of equals the first
 * added first. Shared segments have the numbers after the catalog's own.
 *
 * A search begins with the rarest keys, as in the prefix filter of set-similarity joins (Chaudhuri, Ganti and Kaushik 2006,
 * https://doi.org/10.1109/ICDE.2006.9), and is cut off after a fixed number of visits: what shares only frequent
 * keys is hardly like.
 */
export function createSegmentSearch({
  own,
  shared,
  hidden,
  lexicon,
  totals,
}: Searched): (segment: WeighedSegment) => number[] {
  const ownCount = own.segments.length;
  const ownTotals = own.segments.map((segment) => sumOf(segment, lexicon));
  /** Weight that a segment has in common with the one that is searched for; all 0 between searches. */
  const common = new Float64Array(ownCount + shared.segments.length);
  const totalOf = (number: number): number => {
    if (number < ownCount) return ownTotals[number] ?? 0;
    const known = totals[number - ownCount] ?? 0;
    if (!Number.isNaN(known)) return known;
    const segment = shared.segments[number - ownCount];
    const total = segment ? sumOf(segment, lexicon) : 0;
    totals[number - ownCount] = total;
    return total;
  };
  const listsOf = (key: SegmentKey): { count: number; lists: [readonly number[], readonly number[]] } => {
    const lists: [readonly number[], readonly number[]] = [own.list(key), shared.list(key)];
    return { lists, count: lists[0].length + lists[1].length - own.countAgain(key) };
  };

  return ({ tokens, ids, weights }) => {
    const keys = [...postingKeys(tokens, ids)].map(([key, place]) => ({
      weight: weightAt(place, weights),
      ...listsOf(key),
    }));
    keys.sort((a, b) => a.count - b.count);
    const total = keys.reduce((sum, { weight }) => sum + weight, 0);
    const touched: number[] = [];
    let visits = 0;
    let lookedUp = 0;
    for (const { weight, lists } of keys) {
      if (visits >= visitsMax || (lookedUp > total * lookedUpShare && touched.length > 0)) break;
      const visit = (number: number): void => {
        const before = common[number] ?? 0;
        if (before === 0) touched.push(number);
        common[number] = before + weight;
        visits += 1;
      };
      for (let at = 0; at < lists[0].length && visits < visitsMax; at += 1) visit(lists[0][at] ?? 0);
      for (let at = 0; at < lists[1].length && visits < visitsMax; at += 1) {
        const number = lists[1][at] ?? 0;
        if (!hidden.has(number)) visit(ownCount + number);
      }
      lookedUp += weight;
    }
    const best = createRanking(foundMax);
    for (const number of touched) {
      best.offer(number, (common[number] ?? 0) / (total + totalOf(number)));
      common[number] = 0;
    }
    const similar = new Set(shortKeysOf(tokens).flatMap((key) => firstOf(key)));
    return [...new Set([...best.numbers(), ...similar])];
  };

  function firstOf(key: SegmentKey): number[] {
    const found = own.list(key).slice(0, foundMax);
    for (const number of shared.list(key)) {
      if (found.length >= foundMax) break;
      if (!hidden.has(number)) found.push(ownCount + number);
    }
    return found;
  }
}

function sumOf(segment: IndexedSegment, lexicon: Lexicon): number {
  const weights = lexicon.weightsOf(segment);
  let total = 0;
  for (const place of segment.places) total += weightAt(place, weights);
  return total;
}

/** Keeps the few with the greatest shares, greatest first; of equals the lower number. */
function createRanking(max: number): {
  offer: (number: number, share: number) => void;
  numbers: () => number[];
} {
  const best: { number: number; share: number }[] = [];
  return {
    offer: (number, share) => {
      const isBetter = (other: { number: number; share: number } | undefined): boolean =>
        !other || share > other.share || (share === other.share && number < other.number);
      if (best.length === max && !isBetter(best.at(-1))) return;
      let at = best.length;
      while (at > 0 && isBetter(best[at - 1])) at -= 1;
      best.splice(at, 0, { number, share });
      if (best.length > max) best.pop();
    },
    numbers: () => best.map(({ number }) => number),
  };
}
