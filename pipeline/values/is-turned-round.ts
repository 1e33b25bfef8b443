import type { CitedNumber } from './cited-place.ts';
import { endOfRange } from './end-of-range.ts';
import { readRoman } from './read-roman.ts';

/** Whether a range ends before it begins; only numbers of one script can tell. */
export function isTurnedRound({ from, to }: CitedNumber): boolean {
  if (to === undefined) return false;
  const [first, last] = [from, endOfRange(from, to)].map((text) =>
    /^\d+$/.test(text) ? { value: Number(text), isRoman: false } : { value: readRoman(text), isRoman: true },
  );
  if (first?.value === undefined || last?.value === undefined) return false;
  return first.isRoman === last.isRoman && last.value < first.value;
}
