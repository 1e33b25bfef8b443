import type { Bag } from './create-lexicon.ts';
import type { SegmentToken } from './scan-segment.ts';

/** Longest text that is also found by what is left of it without one letter, in letters. */
const shortMax = 40;

/** Words, pairs of neighboring words and values of placeables, with the segments that have them. */
export interface SegmentPostings {
  /** Segments by their numbers: 0, 1, 2… in the order in which they were added. */
  segments: IndexedSegment[];
  /** @param isAgain whether it stands in other postings, too, where it is passed over */
  add: (tokens: readonly SegmentToken[], bag: Bag, isAgain?: boolean) => void;
  /** Numbers of the segments that have a key. */
  list: (key: SegmentKey) => readonly number[];
  /** How many of them stand in other postings, too. */
  countAgain: (key: SegmentKey) => number;
}

export interface IndexedSegment extends Bag {
  /** Where the weights of its keys are taken from: {@link weightAt}. */
  places: Int32Array;
}

/** Numbers and texts do not meet. */
export type SegmentKey = number | string;

const none: readonly number[] = [];

export function createSegmentPostings(): SegmentPostings {
  const lists = new Map<SegmentKey, number[]>();
  const again = new Map<SegmentKey, number>();
  const segments: IndexedSegment[] = [];
  const post = (key: SegmentKey): void => {
    const list = lists.get(key);
    if (list) list.push(segments.length);
    else lists.set(key, [segments.length]);
  };
  return {
    segments,
    add: (tokens, bag, isAgain = false) => {
      const keys = postingKeys(tokens, bag.ids);
      for (const key of keys.keys()) {
        post(key);
        if (isAgain) again.set(key, (again.get(key) ?? 0) + 1);
      }
      for (const key of shortKeysOf(tokens)) post(key);
      segments.push({ ...bag, places: Int32Array.from(keys.values()) });
    },
    list: (key) => lists.get(key) ?? none,
    countAgain: (key) => again.get(key) ?? 0,
  };
}

/** Keys of a segment, each with the place that its weight is taken from. */
export function postingKeys(tokens: readonly SegmentToken[], ids: Int32Array): Map<SegmentKey, number> {
  const keys = new Map<SegmentKey, number>();
  tokens.forEach((token, at) => {
    const id = ids[at] ?? 0;
    keys.set(token.kind === 'word' ? id : `${token.kind} ${token.text}`, placeOf(at, false));
    if (at > 0) keys.set(pairKey(ids[at - 1] ?? 0, id), placeOf(at, true));
  });
  return keys;
}

/** One number for a token, or for the pair of a token and the one before it. */
function placeOf(at: number, isPair: boolean): number {
  return 2 * at + (isPair ? 1 : 0);
}

/** Weight of the token or pair at a place; a pair weighs as much as its tokens on average. */
export function weightAt(place: number, weights: Float64Array): number {
  const at = place >> 1;
  const weight = weights[at] ?? 0;
  return place & 1 ? (weight + (weights[at - 1] ?? 0)) / 2 : weight;
}

/** One number for two; ids are less than 2^25, so that it is exact. */
function pairKey(first: number, second: number): number {
  return (first + 1) * 2 ** 26 + second;
}

/**
 * Keys that two short texts have in common although one of them has a letter too many, too few, or another one: the
 * text without one of its letters (the deletion neighborhood of Garbe's SymSpell, https://github.com/wolfgarbe/SymSpell).
 */
export function shortKeysOf(tokens: readonly SegmentToken[]): string[] {
  if (tokens.length === 0 || tokens.length > 3) return [];
  const text = tokens.map(textOf).join(' ');
  if (text.length > shortMax) return [];
  const letters = [...text];
  return [text, ...letters.map((_, at) => text.slice(0, at) + text.slice(at + 1))].map((rest) => `= ${rest}`);
}

function textOf(token: SegmentToken): string {
  return token.kind === 'word' ? token.text : token.kind;
}
