import type { ShownSegment } from './own-words.ts';
import type { Item } from './segment-items.ts';

/** A piece of a segment that is being written: as it was, or new words. */
export interface Part {
  kind: Item['kind'];
  form: string;
  /** As typed in the segment; undefined for words that an editor typed. */
  raw: string | undefined;
}

/** Writes a segment anew, going through its items in their order. */
export interface SegmentWriter {
  /** An item that stays where it is. */
  keep: (item: number) => void;
  /** An item that is gone. */
  drop: (item: number) => void;
  /** Items, from the first to the last, that stand here now. */
  move: (first: number, last: number) => void;
  /** New words; `replaces` where they stand for a word that is gone. */
  write: (words: string, replaces: boolean) => void;
  insert: (part: Part) => void;
  finish: () => Part[];
}

/**
 * What a block does not show of a segment (a mention that is no link there) is kept: beginnings go with what follows,
 * ends with what stands before them.
 *
 * @param suppressed items that stand elsewhere now
 */
export function createSegmentWriter(
  { items, shown }: ShownSegment,
  suppressed: ReadonlySet<Item>,
): SegmentWriter {
  const parts: Part[] = [];
  let next = 0;
  const put = (item: Item | undefined): void => {
    if (item) parts.push({ kind: item.kind, form: item.form, raw: item.raw });
  };
  const putHidden = (index: number): void => {
    const item = items[index];
    if (item && shown[index] === undefined && !suppressed.has(item)) put(item);
  };
  const goTo = (end: number): void => {
    for (; next < end; next += 1) putHidden(next);
  };
  return {
    keep(item) {
      goTo(item);
      put(items[item]);
      next = Math.max(next, item + 1);
    },
    drop(item) {
      goTo(item);
      next = Math.max(next, item + 1);
    },
    move(first, last) {
      for (const item of items.slice(first, last + 1)) put(item);
    },
    write(words, replaces) {
      while (!replaces && next > 0 && shown[next] === undefined && isEnd(items[next])) {
        putHidden(next);
        next += 1;
      }
      parts.push({ kind: 'text', form: words, raw: undefined });
    },
    insert(part) {
      parts.push(part);
    },
    finish() {
      goTo(items.length);
      return parts;
    },
  };
}

function isEnd(item: Item | undefined): boolean {
  return item?.kind === 'close' || item?.kind === 'whole';
}
