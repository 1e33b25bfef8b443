import type { TextRange, TextValue } from '../../model.ts';
import { anyOf } from '../any-of.ts';
import { ignoringCase } from '../ignoring-case.ts';
import type { LocaleWords } from '../locale-words.ts';
import { minusBefore } from './minus-before.ts';

/** Makes the function that gives a number the minus that words say, or that stands before its unit: "minus 5", "5 degrees below zero", "−€5". */
export function createNegation({
  negatives = {},
}: LocaleWords): (text: string, number: TextValue, withUnit: TextRange) => void {
  const before = patternOf(negatives.before, (any) => ignoringCase(`(?<!\\p{L})(?:${any})[\\s\u00a0]$`));
  const after = patternOf(negatives.after, (any) => ignoringCase(`^[\\s\u00a0](?:${any})(?!\\p{L})`));
  return (text, number, whole) => {
    const { value, start, form, relation, units } = number;
    // "Al menos 5" limits it.
    if ((form !== 'figures' && form !== 'cardinal') || relation !== undefined || !/^\d/.test(value ?? ''))
      return;
    // "Todos menos dos" are all but two.
    const isCounted = form === 'cardinal' && !units.some((code) => /^°$|^temperature-/.test(code));
    const isNegative =
      (whole.start < start && minusBefore.test(text.slice(Math.max(0, whole.start - 2), whole.start))) ||
      (!isCounted && before?.test(text.slice(Math.max(0, start - 20), start))) ||
      after?.test(text.slice(whole.end, whole.end + 30));
    if (isNegative) number.value = `-${value}`;
  };
}

function patternOf(words: readonly string[] = [], make: (any: string) => RegExp): RegExp | undefined {
  return words.length > 0 ? make(anyOf(words)) : undefined;
}
