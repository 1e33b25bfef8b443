import type { TextRange, TextValue } from '../../model.ts';
import { anyOf } from '../any-of.ts';
import { parseFraction } from '../fraction.ts';
import type { TextWords } from '../list-words.ts';
import type { LocaleWords } from '../locale-words.ts';
import { readMeasures } from '../measure-readings.ts';
import { multiplyExactly } from '../numerals.ts';
import { foundValue } from './found-value.ts';

/**
 * Makes the function that reads words that are a number and its unit in one ("semestre", "a dozen", "meia hora"): so many times a
 * number before them. The numbers inside the words are none of their own.
 */
export function createQuantityAdder({
  quantities = {},
}: LocaleWords): (text: string, own: TextWords, numbers: TextValue[]) => TextValue[] {
  const any = anyOf(Object.keys(quantities));
  if (any === '') return (_, __, numbers) => numbers;
  const pattern = new RegExp(`(?<![\\p{L}\\p{Nd}])(?:${any})(?![\\p{L}\\p{Nd}])`, 'gu');
  return (text, { low }, numbers) => {
    const all = [...numbers];
    for (const { 0: words, index: start } of low.replace(/\u00a0/g, ' ').matchAll(pattern)) {
      const range = { start, end: start + words.length };
      const amounts = (Object.hasOwn(quantities, words) ? quantities[words] : undefined) ?? [];
      const inside = all.filter((number) => number.start < range.end && range.start < number.end);
      // "Segundos trimestres" are counted, not so many times three months.
      if (inside.some((number) => number.start < range.start || number.end > range.end)) continue;
      for (const number of inside) all.splice(all.indexOf(number), 1);
      const before = all.find((number) => isRightBefore(text, number, range));
      if (before?.form === 'ordinal' || before?.form === 'roman') continue;
      if (before)
        Object.assign(before, multiplied(before, amounts, text.slice(start, range.end)), { end: range.end });
      else all.push(quantityOf(range, amounts, text.slice(start, range.end), inside.length > 0));
    }
    return all.sort((a, b) => a.start - b.start);
  };
}

/** A number whose next word begins the range, behind a space or a hyphen; one that has another unit before it is none. */
function isRightBefore(text: string, { start, end }: TextValue, range: TextRange): boolean {
  return start < range.start && /^[\s\u00a0-]$/.test(text.slice(end, range.start));
}

/** "12", "3 month": a number, and the code of its unit. */
function parts(amount: string): { value: string; units: string[] } {
  const [value = '', ...units] = amount.split(' ');
  return { value, units };
}

function quantityOf(
  { start, end }: TextRange,
  amounts: readonly string[],
  words: string,
  isCertain: boolean,
): TextValue {
  const [first, ...more] = amounts.map(parts);
  return {
    ...foundValue({ form: 'cardinal', start, end, value: first?.value, isCertain }),
    units: first?.units ?? [],
    unitWords: first && first.units.length > 0 ? words : '',
    others: more.flatMap((one) => readMeasures({ form: 'cardinal', ...one })),
  };
}

function multiplied(number: TextValue, amounts: readonly string[], words: string): Partial<TextValue> {
  const times = (value: string): string | undefined => {
    const factor = parseFraction(value);
    return factor && multiplyExactly(number.value ?? '', factor);
  };
  const [first, ...more] = amounts.map(parts).map((one) => ({ ...one, value: times(one.value) }));
  return {
    form: 'cardinal',
    value: first?.value,
    written: '',
    units: first?.units ?? [],
    unitWords: first && first.units.length > 0 ? words : '',
    isUnitSign: false,
    others: more.flatMap((one) => readMeasures({ form: 'cardinal', ...one })),
  };
}
