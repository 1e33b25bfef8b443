import type { WeighedSegment } from './align-tokens.ts';
import type { SegmentToken } from './scan-segment.ts';

/** How many places of the index one search may visit: what keeps the work in step with the number of searches. */
const visitsMax = 2000;
/** A search ends when this share of its keys' weight has been looked up: what has none of it in common is too far off. */
const lookedUpShare = 0.6;
/** How many segments a search brings to be compared word by word. */
const foundMax = 16;
/** Longest text that is also found by what is left of it without one letter, in letters. */
const shortMax = 40;

/** Finds the few segments of many that may be like another one. */
export interface SegmentIndex {
  /** Numbers are to come in order: 0, 1, 2… */
  add: (number: number, segment: WeighedSegment) => void;
  /** Numbers of the segments, most promising first; of equals the first added first. */
  find: (segment: WeighedSegment) => number[];
}

/**
 * Makes an inverted index over words, pairs of neighboring words, and the values of placeables. A search begins with
 * the rarest keys, as in the prefix filter of set-similarity joins (Chaudhuri, Ganti and Kaushik 2006,
 * https://doi.org/10.1109/ICDE.2006.9), and is cut off after a fixed number of visits: what shares only frequent
 * keys is hardly like.
 */
export function createSegmentIndex(): SegmentIndex {
  const postings = new Map<number | string, number[]>();
  const totals: number[] = [];
  /** Weight that a segment shares with the one that is searched for; all 0 between searches. */
  const shared: number[] = [];
  const post = (key: number | string, number: number): void => {
    const list = postings.get(key);
    if (list) list.push(number);
    else postings.set(key, [number]);
  };
  const add = (number: number, segment: WeighedSegment): void => {
    const keys = keysOf(segment);
    let total = 0;
    for (const [key, weight] of keys) {
      post(key, number);
      total += weight;
    }
    totals[number] = total;
    shared[number] = 0;
    for (const key of shortKeysOf(segment)) post(key, number);
  };

  const find = (segment: WeighedSegment): number[] => {
    const keys = [...keysOf(segment)].map(([key, weight]) => ({ weight, list: postings.get(key) ?? [] }));
    keys.sort((a, b) => a.list.length - b.list.length);
    const total = keys.reduce((sum, { weight }) => sum + weight, 0);
    const touched: number[] = [];
    let visits = 0;
    let lookedUp = 0;
    for (const { weight, list } of keys) {
      if (visits >= visitsMax || (lookedUp > total * lookedUpShare && touched.length > 0)) break;
      const stop = Math.min(list.length, visitsMax - visits);
      for (let at = 0; at < stop; at += 1) {
        const number = list[at] ?? 0;
        const before = shared[number] ?? 0;
        if (before === 0) touched.push(number);
        shared[number] = before + weight;
      }
      visits += stop;
      lookedUp += weight;
    }
    const best = createRanking(foundMax);
    for (const number of touched) {
      best.offer(number, (shared[number] ?? 0) / (total + (totals[number] ?? 0)));
      shared[number] = 0;
    }
    const numbers = best.numbers();
    const similar = new Set(
      shortKeysOf(segment).flatMap((key) => postings.get(key)?.slice(0, foundMax) ?? []),
    );
    return [...new Set([...numbers, ...similar])];
  };
  return { add, find };
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

/** Keys of a segment with their weights: its words, pairs of neighbors, values. Numbers and texts do not meet. */
function keysOf({ tokens, ids, weights }: WeighedSegment): Map<number | string, number> {
  const keys = new Map<number | string, number>();
  tokens.forEach((token, at) => {
    const [id = 0, weight = 0] = [ids[at], weights[at]];
    keys.set(token.kind === 'word' ? id : `${token.kind} ${token.text}`, weight);
    if (at > 0) keys.set(pairKey(ids[at - 1] ?? 0, id), (weight + (weights[at - 1] ?? 0)) / 2);
  });
  return keys;
}

/** One number for two; ids are less than 2^25, so that it is exact. */
function pairKey(first: number, second: number): number {
  return (first + 1) * 2 ** 26 + second;
}

/**
 * Keys that two short texts have in common although one of them has a letter too many, too few, or another one: the
 * text without one of its letters (the deletion neighborhood of Garbe's SymSpell, https://github.com/wolfgarbe/SymSpell).
 */
function shortKeysOf({ tokens }: WeighedSegment): string[] {
  if (tokens.length === 0 || tokens.length > 3) return [];
  const text = tokens.map(textOf).join(' ');
  if (text.length > shortMax) return [];
  const letters = [...text];
  return [text, ...letters.map((_, at) => text.slice(0, at) + text.slice(at + 1))].map((rest) => `= ${rest}`);
}

function textOf(token: SegmentToken): string {
  return token.kind === 'word' ? token.text : token.kind;
}
