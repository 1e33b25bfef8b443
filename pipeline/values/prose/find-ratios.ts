import type { TextValue } from '../../model.ts';
import { toAsciiDigits } from '../ascii-digits.ts';
import type { NumberReader } from '../read-number.ts';
import { foundValue } from './found-value.ts';

/** "3:1", "1:50 000": figures, a colon (or U+2236), figures. */
const ratio =
  /(?<![\p{L}\p{Nd}.,:/])(\p{Nd}+(?:[.,\u00a0\u202f]\p{Nd}+)*)\s?[:\u2236]\s?(\p{Nd}+(?:[.,\u00a0\u202f]\p{Nd}+)*)(?![\p{L}\p{Nd}:]|[.,]\p{Nd})/gu;

/** Finds ratios in figures; their order says something. */
export function createRatioFinder(numbers: NumberReader): (text: string) => TextValue[] {
  const read = (figures: string): string => {
    const written = toAsciiDigits(figures);
    const result = numbers.readLeading(written);
    return result?.ok ? result.number : written;
  };
  return (text) =>
    [...(/[:\u2236]/.test(text) ? text.matchAll(ratio) : [])].map(
      ({ 0: found, 1: first = '', 2: second = '', index: start }) =>
        foundValue({
          form: 'ratio',
          start,
          end: start + found.length,
          value: `${read(first)}:${read(second)}`,
          isCertain: true,
        }),
    );
}
