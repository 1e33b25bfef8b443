import type { TextValue } from '../../model.ts';
import type { TextWords } from '../list-words.ts';
import type { LocaleWords } from '../locale-words.ts';
import { foundValue } from './found-value.ts';

/** Finds decades by name, "años noventa"; what may be a plain number as well, "los 90", is both. */
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
