import type { LanguageHabits } from '../../model.ts';
import { type Found, takeAway } from './find-surplus.ts';
import { findQuotes, isApostrophe } from './language-quotes.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'quotation-marks-are-paired';

/** Every quotation that opens is closed, by the mark that belongs to it. */
export const quotationMarksArePaired: QualityRule = {
  id: rule,
  check: (pair, { source, target }) => {
    const found = findUnpaired(pair.target.text, target.habits);
    if (found.length === 0) return [];
    const own = takeAway(found, findUnpaired(pair.source.text, source.habits));
    return own.map((mark) => reportInTarget(rule, pair, mark, { found: mark.text }));
  },
};

function findUnpaired(text: string, { quotationMarks = [] }: LanguageHabits): Found[] {
  const quotes = findQuotes(text);
  if (quotes.length === 0) return [];
  const closeOf = new Map<string, string>([...quotationMarks, ['"', '"']]);
  const closers = new Set(closeOf.values());
  const open: Found[] = [];
  const alone: Found[] = [];
  for (const mark of quotes) {
    const last = open.at(-1);
    if (last && closeOf.get(last.text) === mark.text) open.pop();
    else if (closeOf.has(mark.text)) open.push(mark);
    else if (closers.has(mark.text) && !isApostrophe(mark.text)) alone.push(mark);
  }
  return [...alone, ...open].sort((a, b) => a.start - b.start);
}
