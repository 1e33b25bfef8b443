import type { JsonObject } from '../model.ts';
import { getKey } from './json-value.ts';

/** The letter of the year that an item of CSL-JSON has, `year-suffix`, as a number: 0 is "a", 26 is "aa"; undefined without one. */
export function readYearLetter(item: JsonObject): number | undefined {
  const suffix = getKey(item, 'year-suffix');
  if (typeof suffix !== 'string' || !/^[a-z]{1,2}$/i.test(suffix)) return undefined;
  return [...suffix.toLowerCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0) - 1;
}

/** The letters of a number, as `readYearLetter` reads them. */
export function writeYearLetter(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : writeYearLetter(Math.floor(number / 26) - 1) + last;
}
