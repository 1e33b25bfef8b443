import type { Chrono } from 'chrono-node';
import * as en from 'chrono-node/en';
import * as es from 'chrono-node/es';
import * as pt from 'chrono-node/pt';
import type { Language } from '../model.ts';
import { toAsciiDigits, usesOwnFigures } from './ascii-digits.ts';
import { createNamedDateReader } from './date-writer.ts';
import { dayComesFirst } from './day-comes-first.ts';
import { dateExists } from './edtf.ts';
import type { LocaleWords } from './locale-words.ts';
import { namesOfMonths } from './names-of-months.ts';
import { readPeriod } from './read-period.ts';
import { type ReadResult, readable, unread } from './value-reader.ts';

/** Reads one date, or a period, as EDTF level 0 (https://www.loc.gov/standards/datetime/). */
export interface DateReader {
  readDate: (text: string) => ReadResult<string>;
  readPeriod: (text: string) => ReadResult<string>;
}

export function createDateReader(tag: string, language: Language, words: LocaleWords): DateReader {
  const hasOwnFigures = usesOwnFigures(tag);
  const parseWords = createWordParser(tag, language, words);
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
  if (yearFirst) return join(yearFirst[1], yearFirst[3], yearFirst[4]);
  const monthYear = /^(\d{1,2})[./](\d{4})$/.exec(text);
  if (monthYear) return join(monthYear[2], monthYear[1]);
  const match = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!match) return undefined;
  const [, first, , second, year] = match;
  const dayFirst = join(year, second, first);
  const monthFirst = join(year, first, second);
  const both = Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second);
  if (both) return isDayFirst ? dayFirst : [dayFirst, monthFirst];
  return Number(second) > 12 && Number(first) <= 12 ? monthFirst : dayFirst;
}

function join(year = '', month = '', day?: string): string {
  const parts = [year, month.padStart(2, '0')];
  if (day !== undefined) parts.push(day.padStart(2, '0'));
  return parts.join('-');
}

interface ChronoLocale {
  chrono: () => Chrono;
  /** What makes a month and year a whole date, for chrono reads no month without a day. */
  dayBefore: string[];
  /** Spellings that chrono does not know, with one that it does. */
  spellings: [RegExp, string][];
}

/** Strict parsers without the refiners, which drop dates that do not exist: those are to be told from no date at all. */
const locales: Record<Language, ChronoLocale> = {
  en: {
    chrono: () => new en.Chrono({ parsers: en.strict.parsers, refiners: [] }),
    dayBefore: ['1 '],
    spellings: [[/^the /i, '']],
  },
  es: {
    chrono: () => new es.Chrono({ parsers: es.strict.parsers, refiners: [] }),
    dayBefore: ['1 de ', '1 '],
    spellings: [
      [/ del /gi, ' de '],
      [/^el /i, ''],
      [/^1\.?[ºo°]/i, '1'],
    ],
  },
  pt: {
    chrono: () => new pt.Chrono({ parsers: pt.strict.parsers, refiners: [] }),
    dayBefore: ['1 de ', '1 '],
    spellings: [[/^1\.?[ºo°]/i, '1']],
  },
};

const dateComponents = ['day', 'month', 'year'] as const;

/** A language that chrono does not know is read as its dates are written, by CLDR or by the project's own words. */
function createWordParser(
  tag: string,
  language: Language,
  words: LocaleWords,
): (text: string) => string | undefined {
  const locale = Object.hasOwn(locales, language) ? locales[language] : undefined;
  if (!locale) return createNamedDateReader(tag, words);
  const chrono = locale.chrono();
  const spellMonths = createMonthSpeller(tag, language, words);
  // Read against a fixed day, though no part of a date that counts is taken from it.
  const reference = new Date(Date.UTC(2000, 0, 1));
  const parse = (text: string): { month: number; day: number } | undefined => {
    for (const { index, text: read, start, end } of chrono.parse(text, reference)) {
      if (index !== 0 || read.length !== text.length || end) continue;
      if (start.isCertain('hour') || !dateComponents.every((component) => start.isCertain(component)))
        continue;
      return { month: start.get('month') ?? 0, day: start.get('day') ?? 0 };
    }
    return undefined;
  };
  return (words) => {
    // Years of two figures could be of any century; chrono takes "0009" for one, and is given another instead.
    const year = /\b\d{4}$/.exec(words)?.[0];
    if (year === undefined) return undefined;
    const text = locale.spellings.reduce(
      (result, [from, to]) => result.replace(from, to),
      spellMonths(words).replace(/\d{4}$/, '2000'),
    );
    const date = parse(text);
    if (date) return join(year, `${date.month}`, `${date.day}`);
    if (!/^\p{L}/u.test(text)) return undefined;
    for (const day of locale.dayBefore) {
      const month = parse(day + text);
      if (month) return join(year, `${month.month}`);
    }
    return undefined;
  };
}

/** Makes the function that writes months out, as CLDR has their names in the language, whatever form a text has: "set." */
function createMonthSpeller(tag: string, language: Language, words: LocaleWords): (text: string) => string {
  const names = namesOfMonths(tag, language, words);
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC', calendar: 'gregory' });
  const full = Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2001, month, 15)));
  return (text) =>
    text.replace(/(\p{L}+)(\.?)/gu, (written, word: string) => {
      const month = names.get(word.normalize('NFC').toLocaleLowerCase(tag));
      return month ? (full[month.number - 1] ?? written) : written;
    });
}
