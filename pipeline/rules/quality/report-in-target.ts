import type { Diagnostic, TextRange } from '../../model.ts';
import { diagnose } from '../diagnose.ts';
import type { RuleId } from '../rules.ts';
import type { SegmentPair } from './quality-rule.ts';

/** A finding at a range of a translation's plain text, with the source segment beside it. */
export function reportInTarget(
  rule: RuleId,
  { segment, target }: SegmentPair,
  { start, end }: TextRange,
  values: Diagnostic['values'],
): Diagnostic {
  const related = [{ location: segment.location, role: 'source' }];
  return diagnose(rule, target.locate(start, end), values, related);
}
