import type { Nodes } from 'mdast';
import { findQuotations } from './language-quotes.ts';
import type { QualityRule, SegmentSide } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'quotations-are-kept';

/** What the source puts in quotation marks, the translation does too; emphasis may stand for them. */
export const quotationsAreKept: QualityRule = {
  id: rule,
  check: (pair, { source, target }) => {
    if (!target.habits.quotationMarks || !source.habits.quotationMarks) return [];
    const expected = findQuotations(pair.source.text, source.habits).length;
    const found = findQuotations(pair.target.text, target.habits).length;
    if (expected === found) return [];
    if (expected + countEmphasis(pair.source) === found + countEmphasis(pair.target)) return [];
    const [first] = findQuotations(pair.target.text, target.habits);
    const place = (found > expected && first) || { start: 0, end: pair.target.text.length };
    return [reportInTarget(rule, pair, place, { expected, found })];
  },
};

function countEmphasis({ node }: SegmentSide): number {
  const count = (each: Nodes): number =>
    ('children' in each ? each.children : []).reduce(
      (sum, child) => sum + count(child),
      each.type === 'emphasis' ? 1 : 0,
    );
  return count(node);
}
