import type { Diagnostic, Edition, EditionSegment } from '../model.ts';
import type { QualityContext, SegmentPair } from './quality/quality-rule.ts';
import { qualityRules } from './quality/quality-rules.ts';
import { readSide } from './quality/segment-side.ts';

/**
 * Checks the wording of a translated edition against the source's, by every rule of quality/. Segments without a
 * confirmed translation are left out. A finding that the translator has allowed at its segment is dropped.
 */
export function checkQuality(source: Edition, target: Edition, context: QualityContext): Diagnostic[] {
  const pairs = pairSegments(source, target, context);
  return qualityRules.flatMap(({ check, checkAll }) => [
    ...(check ? pairs.flatMap((pair) => check(pair, context)) : []),
    ...(checkAll ? checkAll(pairs, context) : []),
  ]);
}

function pairSegments(source: Edition, target: Edition, { vocabulary }: QualityContext): SegmentPair[] {
  const originals = new Map<number, EditionSegment>();
  for (const segment of source.segments) originals.set(segment.segment.index, segment);
  return target.segments.flatMap((segment): SegmentPair[] => {
    const original = originals.get(segment.segment.index);
    if (!original || segment.state !== 'translated') return [];
    const [own, other] = [readSide(original, vocabulary), readSide(segment, vocabulary)];
    return [{ segment: segment.segment, source: own, target: other }];
  });
}
