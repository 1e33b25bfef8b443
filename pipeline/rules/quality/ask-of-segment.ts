import type { Diagnostic } from '../../model.ts';
import type { QualityContext, SegmentPair, SegmentSide } from './quality-rule.ts';

/**
 * What is to be said of a segment in two languages, or was said of the same words before.
 *
 * @param answer sees nothing else of the pair than its kind and its words: no place, no remark, no other segment
 */
export function askOfSegment<T>(
  question: string,
  { segment: { kind }, source, target }: SegmentPair,
  { known }: QualityContext,
  answer: () => T,
): T {
  if (!known) return answer();
  return known.recall(question, [known.basis, kind, ...wordsOf(source), ...wordsOf(target)], answer);
}

function wordsOf({ edition: { markdown }, text, links }: SegmentSide): string[] {
  return [markdown, text, JSON.stringify(links)];
}

/**
 * What a look at a segment finds. That it finds nothing is known from one time to the next; findings have their places, which
 * move, so that it looks again.
 */
export function lookAtSegment(
  question: string,
  pair: SegmentPair,
  context: QualityContext,
  look: () => Diagnostic[],
): Diagnostic[] {
  let found: Diagnostic[] | undefined;
  const isGood = askOfSegment(question, pair, context, () => {
    found = look();
    return found.length === 0;
  });
  return found ?? (isGood ? [] : look());
}
