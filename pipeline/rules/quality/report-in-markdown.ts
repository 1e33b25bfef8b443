import type { Text } from 'mdast';
import type { Diagnostic, TextRange } from '../../model.ts';
import { diagnose } from '../diagnose.ts';
import type { RuleId } from '../rules.ts';
import type { SegmentPair } from './quality-rule.ts';

/** As reportInTarget, at a range of the translation's Markdown: for what the plain text does not show. */
export function reportInMarkdown(
  rule: RuleId,
  { segment, target: { edition } }: SegmentPair,
  { start, end }: TextRange,
  values: Diagnostic['values'],
): Diagnostic {
  const point = (offset: number) => ({ line: 1, column: offset + 1, offset });
  const node: Text = {
    type: 'text',
    value: edition.markdown.slice(start, end),
    position: { start: point(start), end: point(end) },
  };
  const related = [{ location: segment.location, role: 'source' }];
  return diagnose(rule, edition.locate(node), values, related);
}
