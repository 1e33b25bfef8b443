import type { Nodes } from 'mdast';
import type { Found } from './find-surplus.ts';
import { foldText } from './fold-text.ts';
import { findQuotations } from './language-quotes.ts';
import type { QualityRule, SegmentPair, SegmentSide } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'quotations-are-kept';

/** Most words of a gloss, a loan word or a word in an unusual sense, which a translator may mark; more are a passage. */
const glossMax = 7;

/**
 * What the source puts in quotation marks, the translation does too; emphasis or code may stand for them. A translation may have
 * further ones around a few words, and none around a passage.
 */
export const quotationsAreKept: QualityRule = {
  id: rule,
  check: (pair, { source, target }) => {
    if (!target.habits.quotationMarks || !source.habits.quotationMarks) return [];
    const expected = findQuotations(pair.source.text, source.habits);
    const all = findQuotations(pair.target.text, target.habits);
    // A word of the source that the translation explains in quotation marks stands for no quotation.
    const found = all.filter((quotation) => !isLoan(quotation, pair, expected));
    const counts = { expected: expected.length, found: all.length };
    const instead = Math.max(0, countOtherMarks(pair.target) - countOtherMarks(pair.source));
    if (found.length + instead < expected.length) {
      return [
        reportInTarget(
          rule,
          pair,
          { start: 0, end: pair.target.text.length },
          { ...counts, found: found.length },
        ),
      ];
    }
    const passages = all.filter(isPassage);
    const before = countOtherMarks(pair.source) - countOtherMarks(pair.target);
    if (all.length <= expected.length + Math.max(0, before)) return [];
    const surplus = passages.length > expected.filter(isPassage).length ? passages.slice(0, 1) : [];
    return surplus.map((place) => reportInTarget(rule, pair, place, counts));
  },
};

function isPassage({ text }: Found): boolean {
  return text.split(/\s+/u).length > glossMax || /[.;!?…]\P{L}*\s\p{L}/u.test(text);
}

/** Whether the source has the quoted words, without marks. */
function isLoan({ text }: Found, { source }: SegmentPair, expected: Found[]): boolean {
  const words = foldText(text);
  const isQuoted = expected.some((quotation) => foldText(quotation.text) === words);
  return words !== '' && !isQuoted && ` ${foldText(source.text)} `.includes(` ${words} `);
}

function countOtherMarks({ node }: SegmentSide): number {
  const isMark = ({ type }: Nodes): boolean =>
    type === 'emphasis' || type === 'strong' || type === 'inlineCode';
  const count = (each: Nodes): number =>
    ('children' in each ? each.children : []).reduce(
      (sum, child) => sum + count(child),
      isMark(each) ? 1 : 0,
    );
  return count(node);
}
