import type { Diagnostic, LanguageHabits } from '../../model.ts';
import { escapePattern } from '../../values/escape-pattern.ts';
import { findAll, findSurplus } from './find-surplus.ts';
import type { QualityRule, SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';
import { endsWithAbbreviation } from './split-sentences.ts';

const rule = 'punctuation-is-in-order';
/** Signs that no language writes one after the other: ",,", "; :", ", .", "..". */
const never = /[,;:،؛]\s?[,;:،؛]|[,;:،؛]\s?\.(?![.\d])|(?<!\.)\.\.(?!\.)/gu;

/** Signs follow one another as the language has them: the full stop before the quotation mark, or after it. */
export const punctuationIsInOrder: QualityRule = {
  id: rule,
  check: (pair, { target: { habits } }) => [
    ...findSurplus(never, pair.target.text, pair.source.text).map((each) =>
      reportInTarget(rule, pair, each, { context: 'never', found: each.text }),
    ),
    ...findReversed(pair, habits),
  ],
};

function findReversed(pair: SegmentPair, habits: LanguageHabits): Diagnostic[] {
  const { text } = pair.target;
  return Object.entries(habits.punctuation ?? {}).flatMap(([found, expected]) =>
    (text.includes(found) ? findAll(new RegExp(escapePattern(found), 'gu'), text) : [])
      // The full stop of an abbreviation stays with it.
      .filter(({ start }) => !endsWithAbbreviation(text.slice(0, start + 1), habits))
      .map((each) => reportInTarget(rule, pair, each, { found, expected })),
  );
}
