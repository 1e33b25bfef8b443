import { isLink, type SegmentToken } from './scan-segment.ts';

/** A segment made ready to be compared. */
export interface WeighedSegment {
  tokens: readonly SegmentToken[];
  /** What a token is whatever fills it: the word, or that it is a number, a link, a note, code. By token. */
  ids: Int32Array;
  /** How much a token tells, by token: greater than 0. */
  weights: Float64Array;
  /** Sum of `weights`. */
  total: number;
}

export interface Alignment {
  /** Weight of what is in both in one order, as a share of both (Dice coefficient): 0 to 1. */
  share: number;
  /** Tokens of both that stand for each other, in order. */
  pairs: [a: SegmentToken, b: SegmentToken][];
}

/**
 * Aligns two segments so that the weight of what they have in common is greatest (a longest common subsequence).
 * Placeables of one kind are common, those with the same value more so.
 */
export function alignTokens(a: WeighedSegment, b: WeighedSegment): Alignment {
  const [m, n] = [a.tokens.length, b.tokens.length];
  let start = 0;
  while (start < m && start < n && isEqual(a, start, b, start)) start += 1;
  let end = 0;
  while (end < m - start && end < n - start && isEqual(a, m - 1 - end, b, n - 1 - end)) end += 1;
  const [rows, columns] = [m - start - end, n - start - end];
  const width = columns + 1;
  // best[i * width + j]: of what is left when i tokens of a and j of b are gone.
  const best = new Float64Array((rows + 1) * width);
  const gains = new Float64Array(rows * width);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      const gain = a.ids[start + i] === b.ids[start + j] ? gainOf(a, start + i, b, start + j) : 0;
      gains[at] = gain;
      const skip = Math.max(best[at + width] ?? 0, best[at + 1] ?? 0);
      best[at] = gain > 0 ? Math.max(skip, gain + (best[at + width + 1] ?? 0)) : skip;
    }
  }
  const pairs: Alignment['pairs'] = [];
  const pair = (i: number, j: number): void => {
    const [first, second] = [a.tokens[i], b.tokens[j]];
    if (first && second) pairs.push([first, second]);
  };
  let common = 0;
  for (let i = 0; i < start; i += 1) {
    common += gainOf(a, i, b, i);
    pair(i, i);
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const at = i * width + j;
    const gain = gains[at] ?? 0;
    if (gain > 0 && best[at] === gain + (best[at + width + 1] ?? 0)) {
      pair(start + i, start + j);
      i += 1;
      j += 1;
    } else if ((best[at + width] ?? 0) >= (best[at + 1] ?? 0)) i += 1;
    else j += 1;
  }
  common += best[0] ?? 0;
  for (let k = end; k > 0; k -= 1) {
    common += gainOf(a, m - k, b, n - k);
    pair(m - k, n - k);
  }
  return { share: m + n === 0 ? 0 : (2 * common) / (a.total + b.total), pairs };
}

function isEqual(a: WeighedSegment, i: number, b: WeighedSegment, j: number): boolean {
  if (a.ids[i] !== b.ids[j] || a.weights[i] !== b.weights[j]) return false;
  return likeness(a.tokens[i], b.tokens[j]) === 1;
}

function gainOf(a: WeighedSegment, i: number, b: WeighedSegment, j: number): number {
  return Math.min(a.weights[i] ?? 0, b.weights[j] ?? 0) * likeness(a.tokens[i], b.tokens[j]);
}

/** How much two tokens with one id have in common: 1 for all. */
function likeness(a: SegmentToken | undefined, b: SegmentToken | undefined): number {
  if (!a || !b) return 0;
  if (a.text === b.text) return !isLink(a) || !isLink(b) || a.title === b.title ? 1 : 0.95;
  // Words with one id and another spelling: a slip of the keyboard, or an inflected form.
  if (a.kind === 'word') return 0.8;
  if (!isLink(a)) return 0.9;
  const [own, other] = [addressOf(a.text), addressOf(b.text)];
  if (own.scheme !== other.scheme) return 0.5;
  return own.fragment === other.fragment ? 0.9 : 0.8;
}

function addressOf(url: string): { scheme: string; fragment: string } {
  const hash = url.indexOf('#');
  return { scheme: url.slice(0, Math.max(0, url.indexOf(':'))), fragment: hash < 0 ? '' : url.slice(hash) };
}
