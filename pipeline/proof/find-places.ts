import type { Position } from 'unist';
import { createLocator } from '../text/locator.ts';

/** Finds what a parser without columns has read, in the order in which it stands in the text. */
export interface PlaceFinder {
  /** All of some lines: from the first, counted from 0, to before the second. What is looked for next is in them. */
  lines(range: readonly [number, number]): Position;
  /** The next place of a text; that of the last lines where it is written otherwise. */
  next(sought: string): Position;
  /** The next link or image with an address, from its bracket or mark to the end of its address. */
  nextLink(url: string): Position;
  /** Looks on behind a place, where it has not come so far. */
  leave(place: Position | undefined): void;
}

/** Texts of one block that are looked for in vain; then its others have the block's place, so that time is linear. */
const missesMax = 100;

export function createPlaceFinder(text: string): PlaceFinder {
  const { range, startOf } = createLocator('', text);
  let block = { start: 0, words: '', misses: 0 };
  /** Within the block. */
  let cursor = 0;
  const found = (start: number, end: number): Position => {
    const { start: from, end: to } = range(block.start + start, block.start + end);
    return { start: from, end: to };
  };
  const find = (sought: string, then = /^/): number => {
    if (block.misses > missesMax) return -1;
    let at = block.words.indexOf(sought, cursor);
    while (at >= 0 && !then.test(block.words[at + sought.length] ?? '')) {
      at = block.words.indexOf(sought, at + 1);
    }
    if (at < 0) block.misses += 1;
    return at;
  };
  return {
    lines([first, next]) {
      const [start, end] = [startOf(first), startOf(next)];
      if (start !== block.start || end < start + block.words.length) {
        cursor = Math.max(0, cursor + block.start - start);
        block = { start, words: text.slice(start, end).trimEnd(), misses: 0 };
      }
      return found(0, text.slice(start, end).trimEnd().length);
    },
    next(sought) {
      const at = find(sought);
      if (at < 0) return found(0, block.words.length);
      cursor = at + sought.length;
      return found(at, cursor);
    },
    nextLink(url) {
      // Not one whose address only begins alike.
      const at = find(`](${url}`, /^[)\s]/);
      if (at < 0) return found(0, block.words.length);
      let before = block.words.lastIndexOf('[', at);
      // One of the words themselves, as in “[[no title]](…)”, is written with a backslash.
      while (before > cursor && block.words[before - 1] === '\\')
        before = block.words.lastIndexOf('[', before - 1);
      const bracket = Math.max(cursor, before);
      cursor = bracket + 1;
      const end = block.words.indexOf(')', at + 2 + url.length) + 1;
      return found(block.words[bracket - 1] === '!' ? bracket - 1 : bracket, end || block.words.length);
    },
    leave(place) {
      cursor = Math.max(cursor, (place?.end.offset ?? 0) - block.start);
    },
  };
}
