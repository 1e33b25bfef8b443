import type { Language, TextValue } from '../../model.ts';
import { anyOf } from '../any-of.ts';
import { toAsciiDigits } from '../ascii-digits.ts';
import { dayComesFirst } from '../day-comes-first.ts';
import type { TextWords } from '../list-words.ts';
import type { LocaleWords } from '../locale-words.ts';
import { namesOfMonths } from '../names-of-months.ts';
import type { UnitFinder } from './find-unit.ts';
import { foundValue } from './found-value.ts';

/** "12/05/2019", "12.5.2019", "12-05-2019"; "2019-05-12". */
const numericDate =
  /(?<![\p{Nd}./-])(?:\p{Nd}{1,2}([./-])\p{Nd}{1,2}\1\p{Nd}{4}|\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2})(?![\p{Nd}/-]|\.\p{Nd})/gu;

/** "5-VI-2010", "5.VI.2010" */
const romanDate = /(?<![\p{Nd}./-])\p{Nd}{1,2}([./-])(I{1,3}|IV|VI{0,3}|IX|XI{0,2})\1\p{Nd}{4}(?!\p{Nd})/gu;

const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

const figuresBefore = /\p{Nd}[^\p{L}]{0,4}(?:\p{L}{1,3}\.?\s)?$/u;
const figuresAfter = /^[.,]?\s(?:\p{L}{1,3}\s)?\p{Nd}/u;

/** Finds months: by name, as CLDR has the names, and in dates that are all figures, by the order of the locale. */
export function createMonthFinder(
  tag: string,
  language: Language,
  words: LocaleWords,
  findUnit: UnitFinder,
): (text: string, own: TextWords) => TextValue[] {
  const names = namesOfMonths(tag, language, words);
  const isDayFirst = dayComesFirst(tag);
  const isShortDated = createShortTest(words.connectors ?? [], isDayFirst, findUnit);
  return (text, { words }) => {
    const found: TextValue[] = [];
    for (const { key, start, end } of words) {
      const month = names.get(key);
      if (!month) continue;
      const name = text.slice(start, end);
      const isDated = month.isShort
        ? isShortDated(text, start, end)
        : figuresBefore.test(text.slice(Math.max(0, start - 12), start)) ||
          figuresAfter.test(text.slice(end, end + 12));
      // English "May" is a month, "may" is not; Spanish "mayo" is one, "Julio" may be a man.
      const isWrittenSo = name === month.name;
      if (isDated ? isWrittenSo || month.isLower : isWrittenSo && !month.isShort) {
        found.push(monthAt(start, end, month.number, isDated && isWrittenSo));
      }
    }
    for (const { 0: date, index } of /\p{Nd}[./-]\p{Nd}/u.test(text) ? text.matchAll(numericDate) : []) {
      const [first = 0, second = 0, third = 0] = toAsciiDigits(date).split(/[./-]/).map(Number);
      const isYearFirst = first > 31;
      const isSecondMonth = isYearFirst || (isDayFirst ? second <= 12 : first > 12);
      const ends = [...date.matchAll(/\p{Nd}+/gu)].map((part) => [part.index, part.index + part[0].length]);
      const [from = 0, to = 0] = ends[isSecondMonth ? 1 : 0] ?? [];
      const month = isSecondMonth ? second : first;
      if (month < 1 || month > 12 || third <= 0) continue;
      found.push(monthAt(index + from, index + to, month, true));
      // Points would make one number of the day and the year with the month between.
      if (!date.includes('.')) continue;
      for (const [start = 0, end = 0] of ends.filter(([start]) => start !== from))
        found.push(figuresAt(index + start, index + end, toAsciiDigits(date.slice(start, end))));
    }
    for (const { 0: date, 2: numeral = '', index } of text.matchAll(romanDate)) {
      const start = index + date.indexOf(numeral);
      found.push(monthAt(start, start + numeral.length, romanMonths.indexOf(numeral) + 1, true));
    }
    return found;
  };
}

/**
 * Makes the test whether a short name of a month, which may be a word ("mar", "set"), has the figures of a date beside it: a day
 * before it, or a year or a day behind it that counts nothing ("al mar. 5 km después").
 */
function createShortTest(
  connectors: readonly string[],
  isDayFirst: boolean,
  findUnit: UnitFinder,
): (text: string, start: number, end: number) => boolean {
  const of = connectors.length === 0 ? '' : `|\\s(?:${anyOf(connectors)})\\s`;
  const before = new RegExp(`(?<![\\p{Nd}.,])\\p{Nd}{1,2}[.º°]?(?:[\\s\u00a0/-]${of})$`, 'u');
  const after = new RegExp(
    `^(?:[.,]?[\\s\u00a0/-]${of.replace('\\s', '[.,]?\\s')})(?<figures>[’']?\\p{Nd}{1,4})(?!\\p{Nd}|[.,]\\p{Nd})`,
    'u',
  );
  return (text, start, end) => {
    if (before.test(text.slice(Math.max(0, start - 12), start))) return true;
    const match = after.exec(text.slice(end, end + 16));
    const figures = match?.groups?.figures;
    if (!match || figures === undefined) return false;
    const behind = end + match[0].length;
    const unit = findUnit(text, { start: behind - figures.length, end: behind });
    if (unit.end > unit.start) return false;
    return figures.length === 4 || !isDayFirst || !/^\s\p{Ll}/u.test(text.slice(behind));
  };
}

function figuresAt(start: number, end: number, written: string): TextValue {
  return foundValue({
    form: 'figures',
    start,
    end,
    written,
    value: String(Number(written)),
    isCertain: true,
  });
}

function monthAt(start: number, end: number, month: number, isCertain: boolean): TextValue {
  return foundValue({ form: 'month', start, end, value: `month ${month}`, isCertain });
}
