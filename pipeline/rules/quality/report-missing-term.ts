import type { Diagnostic } from '../../model.ts';
import type { RuleId } from '../rules.ts';
import type { MissingTerm } from './missing-terms.ts';
import { nameToWrite } from './name-to-write.ts';
import type { QualityContext, SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

/** The finding about a translation that does not name what its source names; at the whole segment. */
export function reportMissingTerm(
  rule: RuleId,
  pair: SegmentPair,
  { start, end, terms }: MissingTerm,
  { glossary, target }: QualityContext,
): Diagnostic[] {
  const [first] = terms;
  const expected = first && nameToWrite(glossary, first.term.entity, first.label, target.language);
  if (expected === undefined) return [];
  const values = { entity: first?.term.entity ?? '', expected, term: pair.source.text.slice(start, end) };
  return [reportInTarget(rule, pair, { start: 0, end: pair.target.text.length }, values)];
}
