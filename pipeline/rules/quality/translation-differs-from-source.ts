import type { Glossary, Language, LanguageHabits } from '../../model.ts';
import { escapePattern } from '../../values/escape-pattern.ts';
import type { Found } from './find-surplus.ts';
import { findWords, isAcronym, isCapitalised } from './find-words.ts';
import { foldText } from './fold-text.ts';
import { findNames, isInside } from './names.ts';
import type { QualityContext, QualityRule, SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'translation-differs-from-source';
/** In akin languages a few words are often the same. */
const akinMax = 4;

/** How many translations must have another word for one of the source, and none keep it, so that it is one to translate. */
const translatedMin = 4;

/** A translation is not its source once more, where there are words to translate. */
export const translationDiffersFromSource: QualityRule = {
  id: rule,
  checkAll: (pairs, context) =>
    pairs.filter(isSame).flatMap((pair) => {
      const words = ownWords(pair, context);
      const isAkin = (context.target.habits.akin ?? []).includes(context.source.language);
      if (words.length === 0 || (isAkin && words.length <= akinMax)) return [];
      const { text } = pair.target;
      // A name, a title and a word of a program may stay; what has an article or a verb beside it is a sentence.
      const isToTranslate =
        hasOwnWords(text, context.source.habits, context.target.habits) ||
        (pair.segment.kind === 'heading' && words.every((word) => isTranslatedElsewhere(word.text, pairs)));
      if (!isToTranslate) return [];
      return [
        reportInTarget(rule, pair, { start: 0, end: text.length }, { language: context.target.language }),
      ];
    }),
};

function isSame({ source, target }: SegmentPair): boolean {
  return foldText(target.text) === foldText(source.text);
}

/** The words of a text that are no names, no units and not alike in both languages. */
function ownWords(pair: SegmentPair, { source, target, glossary, vocabulary }: QualityContext): Found[] {
  const names = [...findNames(pair.target, target, { glossary, vocabulary }), ...pair.target.stated];
  const alike = new Set(target.habits.wordsAlike ?? []);
  return findWords(pair.target.text).filter((word) => {
    if (isInside(word, names) || isAcronym(word.text) || vocabulary.units.has(word.text)) return false;
    if (isCapitalised(word.text) && word.start > 0 && pair.segment.kind !== 'heading') return false;
    if (word.text.length === 1 || alike.has(word.text.toLocaleLowerCase(target.language))) return false;
    return !isPartOfName(word.text, glossary, [source.language, target.language]);
  });
}

/** Whether other translations have another word where their source has this one in small letters. */
function isTranslatedElsewhere(word: string, pairs: readonly SegmentPair[]): boolean {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_-])${escapePattern(word.toLowerCase())}(?![\\p{L}\\p{N}_-])`,
    'u',
  );
  const others = pairs.filter(({ source }) => pattern.test(source.text));
  return (
    others.length >= translatedMin && !others.some(({ target }) => pattern.test(target.text.toLowerCase()))
  );
}

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
