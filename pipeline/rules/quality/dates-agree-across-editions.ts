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

/** "Black Friday" may stay as it is in a language that has other days: a day or month in a name that both texts have is neither missing nor more. */
function withoutKeptNames(pair: SegmentPair): SegmentPair {
  const { source, target, values } = pair;
  const isKept = (own: string, other: string, { start, end }: TextValue): boolean => {
    const word = own.slice(start, end);
    const [before = ''] = /\p{Lu}\p{L}*\s$/u.exec(own.slice(Math.max(0, start - 24), start)) ?? [];
    const [behind = ''] = /^\s\p{Lu}\p{L}*/u.exec(own.slice(end, end + 24)) ?? [];
    return [before + word, word + behind].some((name) => name !== word && other.includes(name));
  };
  return {
    ...pair,
    values: {
      ...values,
      missing: values.missing.filter((value) => !isKept(source.text, target.text, value)),
      extra: values.extra.filter((value) => !isKept(target.text, source.text, value)),
    },
  };
}
