import type { TextRange } from '../../model.ts';
import type { Found } from './find-surplus.ts';
import { findWords, isAcronym, isCapitalised } from './find-words.ts';
import { findNames, isInside } from './names.ts';
import type { QualityRule, SegmentPair, SegmentSide } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'heading-capitals-fit-language';
/** Fewest words after the first that show how a heading is written; a name in a heading has about as many. */
const wordsMin = 2;

/** Headings have a capital at the start and on names only, where the language does not capitalise their words. */
export const headingCapitalsFitLanguage: QualityRule = {
  id: rule,
  checkAll: (pairs, { source, target, glossary, vocabulary }) => {
    if (target.habits.titleCase !== false) return [];
    const headings = pairs.filter(isHeading);
    const { functionWords = [] } = source.habits;
    // A source that capitalises headings says nothing about which of them are names.
    const isTitled = (pair: SegmentPair): boolean => isTitleCase(pair.source, functionWords, []);
    const titled = headings.filter(isTitled).length;
    const isStyle = titled > headings.length / 2;
    return headings
      .filter((pair) => isStyle || !isTitled(pair))
      .filter((pair) => {
        const names = findNames(pair.target, target, { glossary, vocabulary });
        return isTitleCase(pair.target, target.habits.functionWords ?? [], names);
      })
      .map((pair) => {
        const found = pair.target.text;
        return reportInTarget(rule, pair, { start: 0, end: found.length }, { found });
      });
  },
};

/** Of the front matter, titles and keywords are no sentences. */
function isHeading({ segment, source }: SegmentPair): boolean {
  return (
    segment.kind === 'heading' ||
    segment.kind === 'caption' ||
    (segment.kind === 'front-matter' && !/[.?!]$/u.test(source.text))
  );
}

/** Whether every word but articles and the like has a capital, names and acronyms aside. */
function isTitleCase({ text }: SegmentSide, functionWords: string[], names: TextRange[]): boolean {
  const small = new Set(functionWords);
  const isOwn = (word: Found): boolean =>
    word.start > 0 && !small.has(word.text.toLowerCase()) && !isAcronym(word.text) && !isInside(word, names);
  const words = findWords(text).slice(1).filter(isOwn);
  return words.length >= wordsMin && words.every((word) => isCapitalised(word.text));
}
