import type { TextValue } from '../../model.ts';
import type { TextWords } from '../list-words.ts';
import type { LocaleWords } from '../locale-words.ts';
import { foundValue } from './found-value.ts';

/** Finds decades by name: "años noventa", "’80s". */
export function createDecadeFinder({
  decades = {},
}: LocaleWords): (text: string, own: TextWords) => TextValue[] {
  const phrases = Object.entries(decades)
    .filter(([phrase]) => phrase !== '')
    .sort(([a], [b]) => b.length - a.length);
  return (_, { low }) => {
    const found: TextValue[] = [];
    for (const [phrase, year] of phrases) {
      for (let start = low.indexOf(phrase); start >= 0; start = low.indexOf(phrase, start + 1)) {
        const end = start + phrase.length;
        const isWhole = !/[\p{L}\p{Nd}]/u.test((low[start - 1] ?? ' ') + (low[end] ?? ' '));
        if (!isWhole || found.some((one) => one.start < end && start < one.end)) continue;
        const others = [String(year % 100)];
        found.push(
          foundValue({ form: 'cardinal', start, end, value: String(year), others, isCertain: true }),
        );
      }
    }
    return found;
  };
}

/** Makes the function that gives a number without a unit the decade that it may be behind an article: "los 90", "os noventa". */
export function createDecadeReading({
  decadeArticles = [],
}: LocaleWords): (text: string, number: TextValue) => void {
  const articles = new Set(decadeArticles);
  return (text, number) => {
    const { value = '', start, units } = number;
    if (!/^[2-9]0$/.test(value) || units.length > 0) return;
    const before = /(\p{L}+)[\s\u00a0]$/u.exec(text.slice(Math.max(0, start - 12), start))?.[1] ?? '';
    if (articles.has(before.toLowerCase())) number.others = [...number.others, `19${value}`];
  };
}
