import { findAll, takeAway } from './find-surplus.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInMarkdown } from './report-in-markdown.ts';

const rule = 'characters-are-visible';
/**
 * Controls, formats (zero-width, soft hyphen, direction), separators of lines, fillers, private use, and what is no
 * character (https://www.unicode.org/reports/tr36/#Text_Comparison). Variation selectors only choose a form.
 */
const unseen = /[^\P{C}\t\n\r]|[\u2028\u2029\u115F\u1160\u3164\uFFA0\u2800]|\u034F/gu;
/** Joiners and marks of direction are letters' business in scripts that join or run from right to left, and in emoji. */
const joining =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Khmer}\p{Script=Myanmar}\p{Extended_Pictographic}]/u;
const joiners = /^[\u200C-\u200F\u061C\u2066-\u2069\u{E0020}-\u{E007F}]$/u;

/** A translation has no character that a reader cannot see, unless the source has it too. */
export const charactersAreVisible: QualityRule = {
  id: rule,
  check: (pair) => {
    const { markdown } = pair.target.edition;
    const all = findAll(unseen, markdown);
    if (all.length === 0) return [];
    const found = joining.test(markdown) ? all.filter(({ text }) => !joiners.test(text)) : all;
    return takeAway(found, findAll(unseen, pair.source.edition.markdown)).map((each) =>
      reportInMarkdown(rule, pair, each, { found: nameOf(each.text) }),
    );
  },
};

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
