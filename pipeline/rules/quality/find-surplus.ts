import type { TextRange } from '../../model.ts';

export interface Found extends TextRange {
  text: string;
}

/** All matches of a global pattern. */
export function findAll(pattern: RegExp, text: string): Found[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    text: found,
    start: index,
    end: index + found.length,
  }));
}

/** Matches in a translation beyond those that the source has as well: what the source does is no finding. */
export function findSurplus(pattern: RegExp, target: string, source: string): Found[] {
  const found = findAll(pattern, target);
  return found.length === 0 ? [] : takeAway(found, findAll(pattern, source));
}

/** What is left of a list after each text of another has been taken away as often as it is there. */
export function takeAway(from: Found[], away: { text: string }[]): Found[] {
  const left = new Map<string, number>();
  const keyOf = ({ text }: { text: string }): string => text.toLowerCase();
  for (const each of away) left.set(keyOf(each), (left.get(keyOf(each)) ?? 0) + 1);
  return from.filter((each) => {
    const count = left.get(keyOf(each)) ?? 0;
    left.set(keyOf(each), count - 1);
    return count <= 0;
  });
}
