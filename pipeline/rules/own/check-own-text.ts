import type { Diagnostic, Edition, Vocabulary } from '../../model.ts';
import { paragraphMax } from '../../text/syntax.ts';
import { findBreaches } from '../patterns/find-breaches.ts';
import { readSide } from '../quality/segment-side.ts';
import { isAbout, type OwnPatternRule } from './own-rules.ts';
import { reportOwn } from './report-own.ts';

/** What a text as its author wrote it has against the project's own rules; placed in the text. */
export function checkOwnText(
  { language, segments }: Edition,
  rules: readonly OwnPatternRule[],
  vocabulary: Vocabulary,
): Diagnostic[] {
  const ofText = rules.filter((rule) => rule.ofText);
  if (ofText.length === 0) return [];
  return segments.flatMap((edition): Diagnostic[] => {
    // It has a finding where it is read.
    if (edition.markdown.length > paragraphMax) return [];
    const own = ofText.filter((rule) => isAbout(rule, language, edition.segment.kind));
    if (own.length === 0) return [];
    const side = readSide(edition, vocabulary);
    return own.flatMap((rule) =>
      findBreaches(rule.pattern.find, 'absent', { text: side.text, source: '' }).map((breach) =>
        reportOwn(rule, side, language, breach),
      ),
    );
  });
}
