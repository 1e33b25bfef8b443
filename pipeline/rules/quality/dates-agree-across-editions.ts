import type { QualityRule } from './quality-rule.ts';
import { reportValues } from './report-values.ts';

const id = 'dates-agree-across-editions';

/** Months that no annotation states are those of the source, by name or in figures in the order of the locale. */
export const datesAgreeAcrossEditions: QualityRule = {
  id,
  check: (pair) => reportValues(id, pair, ({ form }) => form === 'month'),
};
