import type { Edition, EditionSegment } from '../../model.ts';
import { paragraphMax } from '../../text/syntax.ts';
import { compareValues, type ValueComparison } from './compare-values.ts';
import type { QualityContext, SegmentPair } from './quality-rule.ts';
import { readSide } from './segment-side.ts';

/** The confirmed translations of an edition beside their sources, with all that more than one rule wants to know. */
export function pairSegments(source: Edition, target: Edition, context: QualityContext): SegmentPair[] {
  const originals = new Map<number, EditionSegment>();
  for (const segment of source.segments) originals.set(segment.segment.index, segment);
  return target.segments.flatMap((segment): SegmentPair[] => {
    const original = originals.get(segment.segment.index);
    if (!original || segment.state !== 'translated') return [];
    // It has a finding where it is read; comparing its words would take hours.
    if (segment.markdown.length > paragraphMax) return [];
    const [own, other] = [readSide(original, context.vocabulary), readSide(segment, context.vocabulary)];
    let values: ValueComparison | undefined;
    return [
      {
        segment: segment.segment,
        source: own,
        target: other,
        // Dear, and nobody asks for those of segments that are known.
        get values() {
          values ??= compareValues(
            { values: context.source.findValues(own.text), stated: own.stated },
            { values: context.target.findValues(other.text), stated: other.stated },
          );
          return values;
        },
      },
    ];
  });
}
