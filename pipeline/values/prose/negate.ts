import type { TextRange, TextValue } from '../../model.ts';
import { anyOf } from '../any-of.ts';
import { ignoringCase } from '../ignoring-case.ts';
import type { LocaleWords } from '../locale-words.ts';

/** Makes the function that gives a number the minus that words say: "minus 5", "5 degrees below zero". */
export function createNegation({
  negatives = {},
}: LocaleWords): (text: string, number: TextValue, withUnit: TextRange) => void {
  const before = patternOf(negatives.before, (any) => ignoringCase(`(?<!\\p{L})(?:${any})[\\s\u00a0]$`));
  const after = patternOf(negatives.after, (any) => ignoringCase(`^[\\s\u00a0](?:${any})(?!\\p{L})`));
  return (text, number, { end }) => {
    const { value, start, form, relation } = number;
    // "Al menos 5" limits it.
    if (form !== 'figures' || relation !== undefined || !/^\d/.test(value ?? '')) return;
    const isNegative =
      before?.test(text.slice(Math.max(0, start - 20), start)) || after?.test(text.slice(end, end + 30));
    if (isNegative) number.value = `-${value}`;
  };
}

function patternOf(words: readonly string[] = [], make: (any: string) => RegExp): RegExp | undefined {
  return words.length > 0 ? make(anyOf(words)) : undefined;
}
