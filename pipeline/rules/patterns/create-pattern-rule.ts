import { findAll } from '../quality/find-surplus.ts';
import type { QualityRule, SegmentPair } from '../quality/quality-rule.ts';
import { reportInTarget } from '../quality/report-in-target.ts';
import type { RuleId } from '../rules.ts';
import { type Expectation, findBreaches } from './find-breaches.ts';

/** Whether a translation has it where the plain text does not show it: in code, or as the address of a link. */
function isElsewhere(expected: unknown, { target }: SegmentPair): boolean {
  return typeof expected === 'string' && target.edition.markdown.includes(expected);
}

/** Whether two addresses are on one site, whose hosts begin with the language: en.wikipedia.org, es.wikipedia.org. */
function isOtherLanguage(expected: unknown, found: unknown): boolean {
  const hostOf = (url: unknown) => /^https?:\/\/([a-z]{2})\.([^/]+)/.exec(String(url)) ?? [];
  const [[, own, site], [, other, otherSite]] = [hostOf(expected), hostOf(found)];
  return site !== undefined && site === otherSite && own !== other;
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
        .filter(({ values }) => !isOtherLanguage(values.expected, values.found))
        .map((breach) => reportInTarget(id, pair, breach, breach.values)),
  };
}
