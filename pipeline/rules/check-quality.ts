import type { Diagnostic, Edition, Location } from '../model.ts';
import { createOwnRule } from './own/create-own-rule.ts';
import { type Commented, withoutAllowed } from './quality/allowances.ts';
import { lookAtSegment } from './quality/ask-of-segment.ts';
import { pairSegments } from './quality/pair-segments.ts';
import type { QualityContext, QualityRule, SegmentPair } from './quality/quality-rule.ts';
import { qualityRules } from './quality/quality-rules.ts';
import { weightOf } from './resolve-severity.ts';

/**
 * Checks the wording of a translated edition against the source's, by every rule of quality/ and the project's own that is not off.
 * Segments without a confirmed translation are left out. A finding that the translator has allowed at its segment is dropped, of those
 * that the comparison came to before, too.
 */
export function checkQuality(source: Edition, target: Edition, context: QualityContext): Diagnostic[] {
  const pairs = pairSegments(source, target, context);
  const { rules = [], unread = [] } = context.own ?? {};
  const known = [...qualityRules, ...rules.map(createOwnRule)];
  const all = known.filter((rule) => !isOff(rule, context));
  const look = createLook(all, context);
  const found = [
    ...pairs.flatMap((pair) => lookAtSegment('wording', pair, context, () => look(pair))),
    ...all.flatMap(({ checkAll }) => checkAll?.(pairs, context) ?? []),
  ];
  const ids = known.map(({ id }) => id);
  const silent = known.filter((rule) => !all.includes(rule)).map(({ id }) => id);
  const unknown: readonly string[] = [...unread, ...silent];
  const isUnknown = (rule: string): boolean => unknown.includes(rule);
  const comments = pairs.flatMap(listComments);
  return withoutAllowed([...(context.compared ?? []), ...found], comments, { rules: ids, isUnknown });
}

function listComments({ target: { edition, node } }: SegmentPair): Commented[] {
  return edition.remarks.map((remark) => {
    const entry = edition.locate(node);
    return { remark, isBeside: (place) => isWithin(place, entry) };
  });
}

function isWithin({ path, start }: Location, entry: Location): boolean {
  return (
    path === entry.path && offsetOf(start) >= offsetOf(entry.start) && offsetOf(start) <= offsetOf(entry.end)
  );
}

function offsetOf({ offset }: Location['start']): number {
  return offset ?? 0;
}

/** All rules are asked where nobody says what they weigh. */
function isOff({ id, severity }: QualityRule, { severities }: QualityContext): boolean {
  return severities !== undefined && weightOf({ rule: id, severity }, severities) === 'off';
}

type Look = (pair: SegmentPair) => Diagnostic[];

/** What looks at one segment after the other. It is made where there is a segment to look at. */
function createLook(rules: readonly QualityRule[], context: QualityContext): Look {
  let checks: Look[] | undefined;
  return (pair) => {
    checks ??= rules.flatMap(({ check, createCheck }) => [
      ...(check ? [(each: SegmentPair) => check(each, context)] : []),
      ...(createCheck ? [createCheck(context)] : []),
    ]);
    return checks.flatMap((check) => check(pair));
  };
}
