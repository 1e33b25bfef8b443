import { takeAway } from './find-surplus.ts';
import { findWords } from './find-words.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'letters-are-not-tripled';
const roman = /^[IVXLCDM]+$/iu;

/** No word has the same letter three times in a row; Roman numerals and words of the source may. */
export const lettersAreNotTripled: QualityRule = {
  id: rule,
  check: (pair) => {
    if (!/(\p{L})\1\1/iu.test(pair.target.text)) return [];
    const found = findWords(pair.target.text).filter(
      ({ text }) => /(\p{L})\1\1/iu.test(text) && !roman.test(text) && !/^www/iu.test(text),
    );
    return takeAway(found, findWords(pair.source.text)).map((word) =>
      reportInTarget(rule, pair, word, { found: word.text }),
    );
  },
};
