import type { PublishedToken, ShownSegment } from './own-words.ts';
import type { Item } from './segment-items.ts';
import type { BlockToken } from './tokens.ts';

/** A code of a segment that a block shows as words only, found again elsewhere in the edited block. */
export interface MovedMention {
  segment: number;
  /** Its first and last item. */
  open: number;
  close: number;
  /** Number of tokens of its words. */
  length: number;
}

/**
 * A mention that is no link in a block has nothing but its words to be known by. Where they are gone from their place
 * and the same words stand in another, the mention goes there.
 *
 * @returns the mentions by the index of the edited token that they begin at, and the items that are not where they were
 */
export function findMovedMentions(
  segments: ReadonlyMap<number, ShownSegment>,
  published: readonly PublishedToken[],
  changes: readonly { removed: PublishedToken[]; added: BlockToken[] }[],
  edited: readonly BlockToken[],
): { places: Map<number, MovedMention>; suppressed: Set<Item> } {
  const places = new Map<number, MovedMention>();
  const suppressed = new Set<Item>();
  const gone = new Set(changes.flatMap(({ removed }) => removed));
  const added = changes.map((change) => change.added);
  for (const [segment, { items, shown }] of segments) {
    items.forEach((item, open) => {
      const close = item.other;
      if (item.kind !== 'open' || close === undefined || shown[open] !== undefined || suppressed.has(item))
        return;
      const inner = items.slice(open + 1, close).flatMap((_, index) => shown[open + 1 + index] ?? []);
      const tokens = inner.flatMap((index) => published[index] ?? []);
      if (tokens.length === 0 || tokens.some((token) => !gone.has(token))) return;
      const found = find(tokens.map(({ form }) => form));
      if (found === undefined) return;
      places.set(found, { segment, open, close, length: tokens.length });
      for (const moved of items.slice(open, close + 1)) suppressed.add(moved);
    });
  }
  return { places, suppressed };

  function find(words: string[]): number | undefined {
    for (const run of added) {
      for (let start = 0; start + words.length <= run.length; start += 1) {
        const tokens = run.slice(start, start + words.length);
        const isFound = tokens.every(({ kind, form }, index) => kind === 'text' && form === words[index]);
        const first = tokens[0];
        const index = first ? edited.indexOf(first) : -1;
        if (isFound && index >= 0 && !places.has(index)) return index;
      }
    }
    return undefined;
  }
}
