import { findAll } from '../quality/find-surplus.ts';
import type { QualityRule, SegmentPair } from '../quality/quality-rule.ts';
import { reportInTarget } from '../quality/report-in-target.ts';
import type { RuleId } from '../rules.ts';
import { type Expectation, findBreaches } from './find-breaches.ts';

/** Whether a translation has it where the plain text does not show it: in code, or as the address of a link. */
function isElsewhere(expected: unknown, { target }: SegmentPair): boolean {
  return typeof expected === 'string' && target.edition.markdown.includes(expected);
}

/** A rule of ours that is one pattern, which its page gives; it is read as JavaScript does, with the flags g and u. */
export function createPatternRule(
  id: RuleId,
  { pattern, expects }: { pattern: string; expects: Expectation },
): QualityRule {
  const form = new RegExp(pattern, 'gu');
  const find = (text: string) => findAll(form, text);
  return {
    id,
    check: (pair) =>
      findBreaches(find, expects, { text: pair.target.text, source: pair.source.text })
        .filter(({ values }) => values.context !== 'missing' || !isElsewhere(values.expected, pair))
        .map((breach) => reportInTarget(id, pair, breach, breach.values)),
  };
}
