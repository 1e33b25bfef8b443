import type { TextValue } from '../../model.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';
import { reportValues } from './report-values.ts';

const id = 'units-agree-across-editions';

/**
 * A number that no annotation states has the source's unit or currency, in the words of the language or as a sign, degrees their
 * hemisphere, and what is said per day not per month.
 */
export const unitsAgreeAcrossEditions: QualityRule = {
  id,
  check: (pair) => [
    ...pair.values.unitChanged.map(({ source, target }) =>
      reportInTarget(id, pair, target, {
        ...contextOf(source, target),
        number: pair.target.text.slice(target.start, target.end),
        expected: source.unitWords,
        found: target.unitWords,
      }),
    ),
    ...(['hemisphere', 'rate'] as const).flatMap((context) =>
      reportValues(id, pair, ({ form }) => form === context).map((finding) => ({
        ...finding,
        values: { ...finding.values, context },
      })),
    ),
  ],
};

/** Which of the two numbers has no unit at all. */
function contextOf(source: TextValue, target: TextValue): { context?: 'none' | 'lost' } {
  if (source.unitWords === '') return { context: 'none' };
  return target.unitWords === '' ? { context: 'lost' } : {};
}
