import type { TextValue } from '../model.ts';
import type { parseFraction } from './fraction.ts';
import { multiplyExactly } from './numerals.ts';

/** What units of time are in the smallest of their kind; months have no number of days. */
const durations: Record<string, readonly [amount: bigint, of: 'second' | 'month']> = {
  second: [1n, 'second'],
  minute: [60n, 'second'],
  hour: [3_600n, 'second'],
  day: [86_400n, 'second'],
  week: [604_800n, 'second'],
  fortnight: [1_209_600n, 'second'],
  month: [1n, 'month'],
  quarter: [3n, 'month'],
  year: [12n, 'month'],
  decade: [120n, 'month'],
  century: [1_200n, 'month'],
};

/**
 * What a number with its unit measures, whichever unit says it: half an hour and 30 minutes are "measure 1800 second", a half and
 * 50 % are "measure 0.5 share". Empty for what has one unit in use.
 */
export function readMeasures({ form, value, units }: Pick<TextValue, 'form' | 'value' | 'units'>): string[] {
  if (value === undefined || !['figures', 'cardinal', 'fraction'].includes(form)) return [];
  if (!/^\d+(?:\.\d+|\/\d+)?$/.test(value)) return [];
  if (units.length === 0) return form === 'fraction' ? [`measure ${value} share`] : [];
  return units.flatMap((code) => {
    if (code === '%') return measure(value, { numerator: 1n, denominator: 100n }, 'share');
    const [amount, of] = durations[code.replace(/^duration-/, '')] ?? [];
    return amount === undefined || of === undefined
      ? []
      : measure(value, { numerator: amount, denominator: 1n }, of);
  });
}

/** Whether two values say the same by what they measure. */
export function haveOneMeasure(one: TextValue, other: TextValue): boolean {
  return one.others.some((reading) => reading.startsWith('measure ') && other.others.includes(reading));
}

function measure(value: string, factor: NonNullable<ReturnType<typeof parseFraction>>, of: string): string[] {
  const amount = multiplyExactly(value, factor);
  return amount === undefined ? [] : [`measure ${amount} ${of}`];
}
