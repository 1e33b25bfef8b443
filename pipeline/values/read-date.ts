import type { Language } from '../model.ts';
import { toAsciiDigits, usesOwnFigures } from './ascii-digits.ts';
import { dayComesFirst } from './day-comes-first.ts';
import { dateExists } from './edtf.ts';
import { joinDate } from './join-date.ts';
import type { LocaleWords } from './locale-words.ts';
import { readPeriod } from './read-period.ts';
import { createWordedDateReader } from './read-worded-date.ts';
import { type ReadResult, readable, unread } from './value-reader.ts';

/** Reads one date, or a period, as EDTF level 0 (https://www.loc.gov/standards/datetime/). */
export interface DateReader {
  readDate: (text: string) => ReadResult<string>;
  readPeriod: (text: string) => ReadResult<string>;
}

export function createDateReader(tag: string, language: Language, words: LocaleWords): DateReader {
  const hasOwnFigures = usesOwnFigures(tag);
  const parseWords = createWordedDateReader(tag, language, words);
  // Where a language has one order of day and month, and its region the same.
  const isDayFirst = (words.dayFirst ?? false) && dayComesFirst(tag);
  const readDate = (found: string): ReadResult<string> => {
    const text = (hasOwnFigures ? toAsciiDigits(found) : found).replace(/\s+/g, ' ').trim();
    const date = readFigures(text, isDayFirst) ?? parseWords(text);
    if (date === undefined) return unread('value-is-readable', { context: 'date', found, tag: language });
    if (typeof date !== 'string') {
      return unread('value-is-unambiguous', { found, first: date[0], second: date[1] });
    }
    return dateExists(date) ? readable(date) : unread('date-exists', { found });
  };
  return { readDate, readPeriod: (text) => readPeriod(text, readDate, words.ranges ?? []) };
}

/** "1998-10-26", "1998-10", "1998", "26/10/1998", "10/1998"; two dates where day and month cannot be told apart. */
function readFigures(text: string, isDayFirst: boolean): string | [string, string] | undefined {
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) return text;
  const yearFirst = /^(\d{4})([./])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (yearFirst) return joinDate(yearFirst[1], yearFirst[3], yearFirst[4]);
  const monthYear = /^(\d{1,2})[./](\d{4})$/.exec(text);
  if (monthYear) return joinDate(monthYear[2], monthYear[1]);
  const match = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!match) return undefined;
  const [, first, , second, year] = match;
  const dayFirst = joinDate(year, second, first);
  const monthFirst = joinDate(year, first, second);
  const both = Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second);
  if (both) return isDayFirst ? dayFirst : [dayFirst, monthFirst];
  return Number(second) > 12 && Number(first) <= 12 ? monthFirst : dayFirst;
}
