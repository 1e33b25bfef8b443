import type { Location } from '../model.ts';

/** Gives two offsets of a text their place, `before` lines further down in the file. */
export type PlaceOffsets = (start: number, end: number) => Location;

/** Counts the lines of a text when it is first asked for a place. */
export function placeInText(path: string, text: string, before = 0): PlaceOffsets {
  let starts: number[] | undefined;
  const point = (offset: number) => {
    starts ??= [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: before + low + 1, column: offset - (starts[low] ?? 0) + 1, offset };
  };
  return (start, end) => ({ path, start: point(start), end: point(end) });
}
