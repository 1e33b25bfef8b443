import type { Chrono } from 'chrono-node';
import * as en from 'chrono-node/en';
import * as es from 'chrono-node/es';
import * as pt from 'chrono-node/pt';
import type { Language } from '../model.ts';
import { createNamedDateReader } from './date-writer.ts';
import { joinDate } from './join-date.ts';
import type { LocaleWords } from './locale-words.ts';
import { namesOfMonths } from './names-of-months.ts';

interface ChronoLocale {
  chrono: () => Chrono;
  /** What makes a month and year a whole date, for chrono reads no month without a day. */
  dayBefore: string[];
  /** What stands between day, month and year as they are usually written. */
  joint: string;
  /** Spellings that chrono does not know, with one that it does. */
  spellings: [RegExp, string][];
}

/** Strict parsers without the refiners, which drop dates that do not exist: those are to be told from no date at all. */
const locales: Record<Language, ChronoLocale> = {
  en: {
    chrono: () => new en.Chrono({ parsers: en.strict.parsers, refiners: [] }),
    dayBefore: ['1 '],
    joint: ' ',
    spellings: [[/^the /i, '']],
  },
  es: {
    chrono: () => new es.Chrono({ parsers: es.strict.parsers, refiners: [] }),
    dayBefore: ['1 de ', '1 '],
    joint: ' de ',
    spellings: [
      [/ del /gi, ' de '],
      [/^el /i, ''],
      [/^1\.?[ºo°]/i, '1'],
    ],
  },
  pt: {
    chrono: () => new pt.Chrono({ parsers: pt.strict.parsers, refiners: [] }),
    dayBefore: ['1 de ', '1 '],
    joint: ' de ',
    spellings: [[/^1\.?[ºo°]/i, '1']],
  },
};

const dateComponents = ['day', 'month', 'year'] as const;

/**
 * Makes the reader of dates in words, undefined for what is none. A language that chrono does not know is read as its dates are
 * written, by CLDR or by the project's own words.
 */
export function createWordedDateReader(
  tag: string,
  language: Language,
  words: LocaleWords,
): (text: string) => string | undefined {
  const locale = Object.hasOwn(locales, language) ? locales[language] : undefined;
  if (!locale) return createNamedDateReader(tag, words);
  const months = fullNamesOfMonths(language);
  const spellMonths = createMonthSpeller(tag, namesOfMonths(tag, language, words), months);
  const parse = createChronoParser(locale.chrono);
  return (words) => {
    // Years of two figures could be of any century; chrono takes "0009" for one, and is given another instead.
    const year = /\b\d{4}$/.exec(words)?.[0];
    if (year === undefined) return undefined;
    const text = locale.spellings.reduce(
      (result, [from, to]) => result.replace(from, to),
      spellMonths(words).replace(/\d{4}$/, '2000'),
    );
    const usual = readUsual(text, months, locale.joint);
    if (usual) return joinDate(year, usual.month, usual.day);
    const date = parse(text);
    if (date) return joinDate(year, `${date.month}`, `${date.day}`);
    if (!/^\p{L}/u.test(text)) return undefined;
    for (const day of locale.dayBefore) {
      const month = parse(day + text);
      if (month) return joinDate(year, `${month.month}`);
    }
    return undefined;
  };
}

/** Chrono compiles some ten patterns of all words for days and months in each language, so that it is asked last. */
function createChronoParser(
  create: () => Chrono,
): (text: string) => { month: number; day: number } | undefined {
  let chrono: Chrono | undefined;
  // Read against a fixed day, though no part of a date that counts is taken from it.
  const reference = new Date(Date.UTC(2000, 0, 1));
  return (text) => {
    chrono ??= create();
    for (const { index, text: read, start, end } of chrono.parse(text, reference)) {
      if (index !== 0 || read.length !== text.length || end) continue;
      if (start.isCertain('hour') || !dateComponents.every((component) => start.isCertain(component)))
        continue;
      return { month: start.get('month') ?? 0, day: start.get('day') ?? 0 };
    }
    return undefined;
  };
}

/**
 * "26 de octubre de 2000", "October 26, 2000", "October 2000": what chrono reads in the same way.
 *
 * @param months as they are written in full
 */
function readUsual(
  text: string,
  months: readonly string[],
  joint: string,
): { month: string; day?: string } | undefined {
  const plain = joint === ' ' ? text.replace(/,(?= 2000$)/, '') : text;
  const [first = '', second = '', third, more] = plain.split(joint);
  if (more !== undefined || (third ?? second) !== '2000') return undefined;
  const isTurned = third !== undefined && joint === ' ' && months.includes(first);
  const [name, day] = isTurned ? [first, second] : third === undefined ? [first] : [second, first];
  if (!months.includes(name) || (day !== undefined && !(/^\d\d?$/.test(day) && Number(day) <= 31)))
    return undefined;
  const month = `${months.indexOf(name) + 1}`;
  return day === undefined ? { month } : { month, day };
}

/** As CLDR has them in a language, from January on. */
function fullNamesOfMonths(language: Language): string[] {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC', calendar: 'gregory' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2001, month, 15)));
}

/** Makes the function that writes months out in full, whatever form a text has: "set." */
function createMonthSpeller(
  tag: string,
  names: ReturnType<typeof namesOfMonths>,
  full: readonly string[],
): (text: string) => string {
  return (text) =>
    text.replace(/(\p{L}+)(\.?)/gu, (written, word: string) => {
      const month = names.get(word.normalize('NFC').toLocaleLowerCase(tag));
      return month ? (full[month.number - 1] ?? written) : written;
    });
}
