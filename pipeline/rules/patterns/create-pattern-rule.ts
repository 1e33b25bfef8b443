import { findAll } from '../quality/find-surplus.ts';
import type { QualityRule } from '../quality/quality-rule.ts';
import { reportInTarget } from '../quality/report-in-target.ts';
import type { RuleId } from '../rules.ts';
import { type Expectation, findBreaches } from './find-breaches.ts';

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
      findBreaches(find, expects, { text: pair.target.text, source: pair.source.text }).map((breach) =>
        reportInTarget(id, pair, breach, breach.values),
      ),
  };
}
