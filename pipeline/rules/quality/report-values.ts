import type { Diagnostic, TextValue } from '../../model.ts';
import type { RuleId } from '../rules.ts';
import type { SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

/** Findings of a rule about the values of one sort that the two texts do not share. */
export function reportValues(
  rule: RuleId,
  pair: SegmentPair,
  isOfSort: (value: TextValue) => boolean,
): Diagnostic[] {
  const { changed, missing, extra } = pair.values;
  const expected = ({ start, end }: TextValue): string => pair.source.text.slice(start, end);
  const found = ({ start, end }: TextValue): string => pair.target.text.slice(start, end);
  const whole = { start: 0, end: pair.target.text.length };
  return [
    ...changed
      .filter(({ target }) => isOfSort(target))
      .map(({ source, target }) =>
        reportInTarget(rule, pair, target, { expected: expected(source), found: found(target) }),
      ),
    ...missing
      .filter(isOfSort)
      .map((value) => reportInTarget(rule, pair, whole, { context: 'missing', expected: expected(value) })),
    ...extra
      .filter(isOfSort)
      .map((value) => reportInTarget(rule, pair, value, { context: 'extra', found: found(value) })),
  ];
}
