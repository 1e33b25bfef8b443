import { diffArrays } from 'diff';
import type { Item } from './segment-items.ts';
import type { BlockToken, InlineMarkup } from './tokens.ts';

/** Where a token of a published block is written in a segment. */
export interface Own {
  /** Index in Edition.segments. */
  segment: number;
  /** Index among the segment's items. */
  item: number;
}

/** A token of a published block; `own` is undefined where the writer made it. */
export interface PublishedToken extends BlockToken {
  own: Own | undefined;
}

/** A segment as far as a block shows it. */
export interface ShownSegment {
  items: Item[];
  /** Token of the block that each item became; undefined where it shows nothing there. */
  shown: (number | undefined)[];
}

/** Tells for the tokens of a marked block which of them come from which segments. */
export function findOwnWords(
  tokens: readonly BlockToken[],
  segmentOf: (mark: number) => number | undefined,
  itemsOf: (segment: number) => Item[],
): { tokens: PublishedToken[]; segments: Map<number, ShownSegment> } {
  const published = tokens.map((token): PublishedToken => ({ ...token, own: undefined }));
  const keys = keysOf(tokens);
  const segments = new Map<number, ShownSegment>();
  for (const segment of segmentsIn(tokens, segmentOf)) {
    const items = itemsOf(segment);
    const shown = items.map((): number | undefined => undefined);
    for (const [item, at] of commonPairs(items.map(keyOf), keys)) {
      const token = published[at];
      if (!token || token.own) continue;
      token.own = { segment, item };
      shown[item] = at;
    }
    segments.set(segment, { items, shown });
  }
  return { tokens: published, segments };
}

function segmentsIn(
  tokens: readonly BlockToken[],
  segmentOf: (mark: number) => number | undefined,
): number[] {
  const found = tokens.flatMap(({ mark }) => (mark === undefined ? [] : (segmentOf(mark) ?? [])));
  return [...new Set(found)];
}

const blank = 'blank';

function keyOf({ kind, form, type, mark }: Item): string {
  if (kind === 'text') return `text ${mark} ${form}`;
  if (kind === 'whole') return type === 'link' ? blank : `whole ${form}`;
  return `${kind} ${type} ${mark}`;
}

/** A link without words of the segment's is one that the writer gave its words. */
function keysOf(tokens: readonly BlockToken[]): string[] {
  const first = new Map<InlineMarkup, number>();
  for (const { mark, parents } of tokens) {
    if (mark === undefined) continue;
    for (const code of parents) if (!first.has(code)) first.set(code, mark);
  }
  return tokens.map(({ kind, form, code, mark }) => {
    if (!code) return `text ${mark} ${form}`;
    if (kind === 'whole') return `whole ${form}`;
    const begins = first.get(code);
    if (begins === undefined) return code.type === 'link' && kind === 'open' ? blank : 'written';
    return `${kind} ${code.type} ${begins}`;
  });
}

/** Places of the longest common subsequence. */
function commonPairs(a: string[], b: string[]): [number, number][] {
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of diffArrays(a, b)) {
    if (!added && !removed) for (let step = 0; step < count; step += 1) pairs.push([i + step, j + step]);
    if (!added) i += count;
    if (!removed) j += count;
  }
  return pairs;
}
