import type { Diagnostic } from '../model.ts';

/** Longest piece of an author's text in a message, in UTF-16 code units. */
const shownMax = 80;

/** What fills the holes of a message, with long pieces of an author's text cut off. */
export function shortenValues(values: Diagnostic['values']): Diagnostic['values'] {
  const short = (value: string | number): string | number =>
    typeof value === 'string' && value.length > shownMax ? `${value.slice(0, shownMax)}…` : value;
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, short(value)]));
}
