import type { TextValue } from '../../model.ts';
import type { TextWords } from '../list-words.ts';
import type { LocaleWords } from '../locale-words.ts';
import { readMeasures } from '../measure-readings.ts';
import { foundValue } from './found-value.ts';

/** Finds decades by name: "años noventa", "’80s". */
export function createDecadeFinder({
  decades = {},
  decadeArticles = [],
}: LocaleWords): (text: string, own: TextWords) => TextValue[] {
  const phrases = Object.entries(decades)
    .filter(([phrase]) => phrase !== '')
    .sort(([a], [b]) => b.length - a.length);
  const isNamed = createArticleTest(decadeArticles);
  return (text, { low }) => {
    const found: TextValue[] = [];
    for (const [phrase, year] of phrases) {
      for (let start = low.indexOf(phrase); start >= 0; start = low.indexOf(phrase, start + 1)) {
        const end = start + phrase.length;
        const isWhole = !/[\p{L}\p{Nd}]/u.test((low[start - 1] ?? ' ') + (low[end] ?? ' '));
        if (!isWhole || found.some((one) => one.start < end && start < one.end)) continue;
        const short = String(year % 100);
        const value = foundValue({
          form: 'cardinal',
          start,
          end,
          value: String(year),
          others: [short],
          isCertain: true,
        });
        // "It takes 90s" are seconds, and "the 90s" are years.
        const isDecade = !/^\d\ds$/.test(phrase) || isNamed(low.slice(Math.max(0, start - 12), start));
        found.push(isDecade ? value : asSeconds(value, short, text.slice(end - 1, end)));
      }
    }
    return found;
  };
}

/** Makes the function that gives a number without a unit the decade that it may be behind an article: "los 90", "os noventa". */
export function createDecadeReading({
  decadeArticles = [],
}: LocaleWords): (text: string, number: TextValue) => void {
  const isNamed = createArticleTest(decadeArticles);
  return (text, number) => {
    const { value = '', start, units } = number;
    if (!/^[2-9]0$/.test(value) || units.length > 0) return;
    if (isNamed(text.slice(Math.max(0, start - 12), start))) number.others = [...number.others, `19${value}`];
  };
}

/** Makes the test whether a text ends with a word that makes a decade of the number behind it. */
function createArticleTest(words: readonly string[]): (before: string) => boolean {
  const articles = new Set(words);
  return (before) => articles.has(/(\p{L}+)[\s\u00a0-]$/u.exec(before)?.[1]?.toLowerCase() ?? '');
}

/** A decade that may be so many seconds as well: "90s". */
function asSeconds(decade: TextValue, short: string, unitWords: string): TextValue {
  const units = ['duration-second'];
  return {
    ...decade,
    units,
    unitWords,
    others: [short, ...readMeasures({ form: 'figures', value: short, units })],
  };
}
