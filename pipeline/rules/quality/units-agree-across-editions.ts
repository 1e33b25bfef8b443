import type { TextValue } from '../../model.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';
import { reportValues } from './report-values.ts';

const id = 'units-agree-across-editions';

/**
 * A number that no annotation states has the source's unit or currency, in the words of the language or as a sign, and degrees
 * their hemisphere.
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
    ...reportValues(id, pair, ({ form }) => form === 'hemisphere').map((finding) => ({
      ...finding,
      values: { ...finding.values, context: 'hemisphere' },
    })),
  ],
};

/** Which of the two numbers has no unit at all. */
function contextOf(source: TextValue, target: TextValue): { context?: 'none' | 'lost' } {
  if (source.unitWords === '') return { context: 'none' };
  return target.unitWords === '' ? { context: 'lost' } : {};
}
