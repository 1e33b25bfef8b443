import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const id = 'numbers-follow-the-locale';

/** A number has the decimal and thousands signs of its edition's locale: "1,528" is not 1528 in Brazil. */
export const numbersFollowTheLocale: QualityRule = {
  id,
  check: (pair, { target: { tag } }) =>
    pair.values.misread.map(({ source, target }) =>
      reportInTarget(id, pair, target, {
        tag,
        expected: source.value ?? source.foreign ?? '',
        found: pair.target.text.slice(target.start, target.end),
      }),
    ),
};
