import { takeAway } from './find-surplus.ts';
import { findQuotes, isApostrophe } from './language-quotes.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'quotation-marks-fit-language';

/** A translation quotes with the marks of its language. */
export const quotationMarksFitLanguage: QualityRule = {
  id: rule,
  check: (pair, { target: { habits } }) => {
    const [usual] = habits.quotationMarks ?? [];
    if (!usual) return [];
    const allowed = new Set(habits.quotationMarks?.flat());
    const foreign = findQuotes(pair.target.text).filter(({ text }) => !allowed.has(text));
    if (foreign.length === 0) return [];
    const found = takeAway(foreign, findQuotes(pair.source.text));
    const apostrophes = found.filter(({ text }) => isApostrophe(text)).length;
    return found
      .filter(({ text }) => !isApostrophe(text) || apostrophes > 1)
      .map((mark) => reportInTarget(rule, pair, mark, { expected: usual.join('…'), found: mark.text }));
  },
};
