import type { TextValue } from '../../model.ts';
import type { QualityRule, SegmentPair } from './quality-rule.ts';
import { reportValues } from './report-values.ts';

const id = 'dates-agree-across-editions';

/**
 * Months, days of the week, clock times and eras that no annotation states are those of the source, by name or in figures in the
 * order of the locale.
 */
export const datesAgreeAcrossEditions: QualityRule = {
  id,
  check: (pair) =>
    reportValues(id, withoutKeptNames(pair), ({ form }) =>
      ['month', 'weekday', 'clock', 'era'].includes(form),
    ),
};

/** "Black Friday" may stay as it is in a language that has other days: what both texts say as often is neither missing nor more. */
function withoutKeptNames(pair: SegmentPair): SegmentPair {
  const { source, target, values } = pair;
  const isKept = (text: string, { start, end, form }: TextValue): boolean => {
    const word = text.slice(start, end);
    const timesIn = (all: string): number => all.split(word).length;
    return form !== 'clock' && /\p{L}/u.test(word) && timesIn(source.text) === timesIn(target.text);
  };
  return {
    ...pair,
    values: {
      ...values,
      missing: values.missing.filter((value) => !isKept(source.text, value)),
      extra: values.extra.filter((value) => !isKept(target.text, value)),
    },
  };
}
