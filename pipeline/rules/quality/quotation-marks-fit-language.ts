import type { Diagnostic } from '../../model.ts';
import { type Found, takeAway } from './find-surplus.ts';
import { findQuotes, isApostrophe } from './language-quotes.ts';
import type { QualityContext, QualityRule, SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'quotation-marks-fit-language';

/** A translation quotes with the marks of its language. */
export const quotationMarksFitLanguage: QualityRule = {
  id: rule,
  checkAll: (pairs, context) => {
    const isTyped = pairs.some(({ source }) => findQuotes(source.text).some(isStraight));
    return pairs.flatMap((pair) => findForeign(pair, context, isTyped));
  },
};

function isStraight({ text }: Found): boolean {
  return text === '"' || text === "'";
}

/** @param isTyped whether the source has straight marks, as from a keyboard: then they are the style of the whole text */
function findForeign(
  pair: SegmentPair,
  { target: { habits } }: QualityContext,
  isTyped: boolean,
): Diagnostic[] {
  const [usual] = habits.quotationMarks ?? [];
  if (!usual) return [];
  const allowed = new Set(habits.quotationMarks?.flat());
  const foreign = findQuotes(pair.target.text).filter(
    (mark) => !allowed.has(mark.text) && !(isTyped && isStraight(mark)),
  );
  if (foreign.length === 0) return [];
  const found = takeAway(foreign, findQuotes(pair.source.text));
  const apostrophes = found.filter(({ text }) => isApostrophe(text)).length;
  return found
    .filter(({ text }) => !isApostrophe(text) || apostrophes > 1)
    .map((mark) => reportInTarget(rule, pair, mark, { expected: usual.join('…'), found: mark.text }));
}
