import type { Glossary, Language, LanguageHabits } from '../../model.ts';
import { findWords, isAcronym, isCapitalised } from './find-words.ts';
import { foldText } from './fold-text.ts';
import { findNames, isInside } from './names.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'translation-differs-from-source';
/** In akin languages a few words are often the same. */
const akinMax = 4;

/** A translation is not its source once more, where there are words to translate. */
export const translationDiffersFromSource: QualityRule = {
  id: rule,
  check: (pair, { source, target, glossary, vocabulary }) => {
    const { text } = pair.target;
    if (foldText(text) !== foldText(pair.source.text)) return [];
    const names = [...findNames(pair.target, target, { glossary, vocabulary }), ...pair.target.stated];
    const alike = new Set(target.habits.wordsAlike ?? []);
    const words = findWords(text).filter((word) => {
      if (isInside(word, names) || isAcronym(word.text) || vocabulary.units.has(word.text)) return false;
      if (isCapitalised(word.text) && word.start > 0 && pair.segment.kind !== 'heading') return false;
      if (word.text.length === 1 || alike.has(word.text.toLocaleLowerCase(target.language))) return false;
      return !isPartOfName(word.text, glossary, [source.language, target.language]);
    });
    const isAkin = (target.habits.akin ?? []).includes(source.language);
    // A name, a title and a word of a program may stay; what has an article or a verb beside it is a sentence.
    if (!hasOwnWords(text, source.habits, target.habits)) return [];
    if (words.length === 0 || (isAkin && words.length <= akinMax)) return [];
    return [reportInTarget(rule, pair, { start: 0, end: text.length }, { language: target.language })];
  },
};

/** Whether a text has small words that only the source's language has: "the", "of"; as long as that language's are known. */
function hasOwnWords(text: string, own: LanguageHabits, other: LanguageHabits): boolean {
  const wordsOf = ({ functionWords = [], tellingWords = [] }: LanguageHabits) => [
    ...functionWords,
    ...tellingWords,
  ];
  const shared = new Set(wordsOf(other));
  const small = new Set(wordsOf(own).filter((word) => !shared.has(word)));
  return small.size === 0 || findWords(text.toLowerCase()).some((word) => small.has(word.text));
}

/** "Titicaca" where the register has "lago Titicaca" and "Lake Titicaca": a name in both languages. */
function isPartOfName(word: string, { terms }: Glossary, languages: Language[]): boolean {
  if (!isCapitalised(word)) return false;
  return [...terms.values()].some(({ labels }) =>
    languages.every((language) =>
      labels.get(language)?.some(({ text }) => text.split(/[^\p{L}\p{M}]+/u).includes(word)),
    ),
  );
}
