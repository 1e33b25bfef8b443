import type { QualityRule } from './quality-rule.ts';
import { reportValues } from './report-values.ts';

const id = 'dates-agree-across-editions';

/**
 * Months, days of the week, clock times and eras that no annotation states are those of the source, by name or in figures in the
 * order of the locale.
 */
export const datesAgreeAcrossEditions: QualityRule = {
  id,
  check: (pair) => reportValues(id, pair, ({ form }) => ['month', 'weekday', 'clock', 'era'].includes(form)),
};
