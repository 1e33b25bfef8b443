import type { Diagnostic, Edition } from '../model.ts';
import { createOwnRule } from './own/create-own-rule.ts';
import { withoutAllowed } from './quality/allowances.ts';
import { pairSegments } from './quality/pair-segments.ts';
import type { QualityContext } from './quality/quality-rule.ts';
import { qualityRules } from './quality/quality-rules.ts';

/**
 * Checks the wording of a translated edition against the source's, by every rule of quality/ and the project's own. Segments without a
 * confirmed translation are left out. A finding that the translator has allowed at its segment is dropped.
 */
export function checkQuality(source: Edition, target: Edition, context: QualityContext): Diagnostic[] {
  const pairs = pairSegments(source, target, context);
  const { rules = [], unread = [] } = context.own ?? {};
  const all = [...qualityRules, ...rules.map(createOwnRule)];
  const found = all.flatMap(({ check, checkAll }) => [
    ...(check ? pairs.flatMap((pair) => check(pair, context)) : []),
    ...(checkAll ? checkAll(pairs, context) : []),
  ]);
  const ids = all.map(({ id }) => id);
  return withoutAllowed(found, pairs, ids, unread);
}
