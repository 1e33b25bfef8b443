import type { QualityRule } from './quality-rule.ts';
import { reportValues } from './report-values.ts';

const id = 'numbers-agree-across-editions';

/** Numbers that no annotation states are those of the source, each read by its locale. */
export const numbersAgreeAcrossEditions: QualityRule = {
  id,
  check: (pair) => reportValues(id, pair, ({ form }) => form !== 'month'),
};
