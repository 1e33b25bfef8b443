import type { Diagnostic } from '../../model.ts';
import type { RuleId } from '../rules.ts';
import { findAll, takeAway } from './find-surplus.ts';
import type { SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

/** Findings of a rule about what a translation keeps letter by letter, as often as the source has it. */
export function reportTokens(rule: RuleId, pair: SegmentPair, token: RegExp): Diagnostic[] {
  const [own, other] = [findAll(token, pair.source.text), findAll(token, pair.target.text)];
  const [missing, extra] = [takeAway(own, other), takeAway(other, own)];
  const whole = { start: 0, end: pair.target.text.length };
  return [
    ...extra.map((found, index) => {
      const expected = missing[index]?.text;
      const values = expected === undefined ? { context: 'extra' } : { expected };
      return reportInTarget(rule, pair, found, { ...values, found: found.text });
    }),
    ...missing
      .slice(extra.length)
      .map(({ text }) => reportInTarget(rule, pair, whole, { context: 'missing', expected: text })),
  ];
}
