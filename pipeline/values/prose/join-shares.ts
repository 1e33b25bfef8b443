import type { TextValue } from '../../model.ts';
import type { LocaleWords } from '../locale-words.ts';
import { multiplyExactly } from '../numerals.ts';

/** Largest number that a share is counted out of: "7 in 100,000". */
const wholeMax = 100_000;

/** Makes the function that joins two numbers of which the first counts so many of the second, "three in four", to one ratio. */
export function createShareJoiner({
  shares = [],
}: LocaleWords): (text: string, numbers: TextValue[]) => TextValue[] {
  const between = new Set(shares);
  return (text, numbers) =>
    numbers.flatMap((number, index): TextValue[] => {
      const [before, after] = [numbers[index - 1], numbers[index + 1]];
      if (before && isShare(text, before, number, between)) return [];
      if (!after || !isShare(text, number, after, between)) return [number];
      const value = multiplyExactly(number.value ?? '', {
        numerator: 1n,
        denominator: BigInt(after.value ?? '1'),
      });
      const others = value === undefined ? [] : [value, `measure ${value} share`];
      return [
        {
          ...number,
          form: 'ratio',
          end: after.end,
          value: `${number.value}:${after.value}`,
          written: '',
          others,
          units: [],
          unitWords: '',
          isCertain: number.isCertain || after.isCertain,
        },
      ];
    });
}

function isShare(text: string, one: TextValue, whole: TextValue, between: ReadonlySet<string>): boolean {
  if (!isCount(one) || !isCount(whole) || whole.units.length > 0) return false;
  const said = text.slice(one.end, whole.start).trim().replace(/\s+/g, ' ').toLowerCase();
  // "Em" is a unit, too, by its name.
  if (!between.has(said) || (one.units.length > 0 && !said.startsWith(one.unitWords.toLowerCase())))
    return false;
  const [part, all] = [Number(one.value), Number(whole.value)];
  return part > 0 && part < all && all <= wholeMax && !/^[12]\d{3}$/.test(whole.written);
}

function isCount({ form, value = '' }: TextValue): boolean {
  return (form === 'figures' || form === 'cardinal') && /^\d{1,6}$/.test(value);
}
