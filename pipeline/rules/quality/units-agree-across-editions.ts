import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const id = 'units-agree-across-editions';

/** A number that no annotation states has the source's unit or currency, in the words of the language or as a sign. */
export const unitsAgreeAcrossEditions: QualityRule = {
  id,
  check: (pair) =>
    pair.values.unitChanged.map(({ source, target }) =>
      reportInTarget(id, pair, target, {
        number: pair.target.text.slice(target.start, target.end),
        ...(source.unit === undefined
          ? { context: 'extra' }
          : target.unit === undefined
            ? { context: 'missing' }
            : {}),
        expected: source.unit ?? '',
        found: target.unit ?? '',
      }),
    ),
};
