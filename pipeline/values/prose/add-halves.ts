import type { TextValue } from '../../model.ts';
import { anyOf } from '../any-of.ts';
import { powerOfTen } from '../fraction.ts';
import { ignoringCase } from '../ignoring-case.ts';
import type { LocaleWords } from '../locale-words.ts';
import { addFraction, multiplyExactly } from '../numerals.ts';

/**
 * Makes what adds the half that words say behind a number or its unit: "two and a half", "dos años y medio", "dos millones y medio". The
 * half itself is no number of its own then.
 */
export function createHalfAdder({
  halves = [],
  scales,
}: LocaleWords): (text: string, numbers: TextValue[]) => TextValue[] {
  if (halves.length === 0) return (_text, numbers) => numbers;
  const any = anyOf(halves);
  const behind = ignoringCase(
    `^(?<unit>[\\s\u00a0-]\\p{L}+)?[\\s\u00a0-](?:${any})(?![\\p{L}\\p{Nd}])(?<scale>[\\s\u00a0]\\p{L}+)?`,
  );
  const powerOf = (word = '') => (Object.hasOwn(scales, word.trim()) ? (scales[word.trim()] ?? 0) : 0);
  return (text, numbers) => {
    const swallowed = new Set<TextValue>();
    for (const number of numbers) {
      const { value = '', form, start, end } = number;
      if (swallowed.has(number) || !/^\d+$/.test(value) || (form !== 'figures' && form !== 'cardinal'))
        continue;
      const match = behind.exec(text.slice(end, end + 60).toLowerCase());
      if (!match) continue;
      const { unit, scale = '' } = match.groups ?? {};
      const exponent = powerOf(scale);
      const length = match[0].length - (exponent > 0 ? 0 : scale.length);
      for (const other of numbers) if (other.start >= end && other.end <= end + length) swallowed.add(other);
      // A half behind "two million" is half a million.
      const own = powerOf(/(\p{L}+)$/u.exec(text.slice(start, end).toLowerCase())?.[1]);
      const part = powerOfTen(own >= 3 ? own : 0);
      const sum = addFraction(value, { value: { ...part, denominator: 2n }, length: 0 });
      number.value = sum && multiplyExactly(sum, powerOfTen(exponent));
      // "18 h" may be a time, and "18 horas y media" may not.
      number.others = unit === undefined && exponent === 0 ? halfPast(value) : [];
      if (unit === undefined) number.end = end + length;
    }
    return numbers.filter((number) => !swallowed.has(number));
  };
}

/** "Quatro e meia" may be half past four, on a clock of twelve hours. */
function halfPast(hour: string): string[] {
  if (!/^(?:[1-9]|1[0-2])$/.test(hour)) return [];
  return [Number(hour) % 12, (Number(hour) % 12) + 12].map((each) => `${String(each).padStart(2, '0')}:30`);
}
