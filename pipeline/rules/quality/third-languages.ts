import type { Language, LanguageHabits, TextRange } from '../../model.ts';
import { findWords } from './find-words.ts';
import { foldText } from './fold-text.ts';
import type { OtherEdition, QualityContext, SegmentPair } from './quality-rule.ts';
import { splitSentences } from './split-sentences.ts';

/** Fewest words that are one language's and not another's by which a segment is told, and one sentence of several. */
const telling = { segment: 2, sentence: 3 };

/** Tells the words of an edition's language from those of another translation's. */
interface Neighbour {
  edition: OtherEdition;
  own: (text: string) => string[];
  theirs: (text: string) => string[];
}

export interface ThirdLanguages {
  /**
   * A sentence in the language of another translation than its own: it has words or letters of that one which its own language
   * lacks, and none of its own. Where that translation has the same words one such word is enough. Words of the source count
   * nothing: they are names and titles that every edition keeps.
   *
   * @param own the translation's text, with blanks in the place of names and of somebody else's words
   */
  find: (pair: SegmentPair, own: string) => { language: Language; range: TextRange } | undefined;
  /** Whether a text has more words that are the edition's and no other translation's than the other way round. */
  isOwn: (own: string) => boolean;
}

/** Made once for an edition. */
export function createThirdLanguages({ target, beside = [] }: QualityContext): ThirdLanguages {
  // A language without words of its own cannot be told from one that has some: all that they share would be the other's.
  const told = smallWords(target.habits).length > 0 ? beside : [];
  const neighbours = told.map(
    (edition): Neighbour => ({
      edition,
      own: createWordsOnlyIn(target.habits, edition.habits),
      theirs: createWordsOnlyIn(edition.habits, target.habits),
    }),
  );
  return {
    isOwn: (text) =>
      neighbours.length > 0 && neighbours.every(({ own, theirs }) => own(text).length > theirs(text).length),
    find: ({ segment, source, target: { edition, text } }, blanked) => {
      const kept = ` ${foldText(source.text)} `;
      const sentences = splitSentences(blanked, target.tag, target.habits);
      for (const { edition: other, own, theirs } of neighbours) {
        const isSame = other.texts.get(segment.index) === edition.markdown;
        const least = isSame ? 1 : sentences.length === 1 ? telling.segment : telling.sentence;
        const found = sentences.find(({ start, end }) => {
          const part = blanked.slice(start, end);
          const foreign = theirs(part).filter((word) => !kept.includes(` ${word} `));
          return foreign.length >= least && own(part).length === 0;
        });
        if (found) return { language: other.language, range: trim(found, text) };
      }
      return undefined;
    },
  };
}

function trim({ start, end }: TextRange, text: string): TextRange {
  const part = text.slice(start, end);
  return { start: start + part.length - part.trimStart().length, end: start + part.trimEnd().length };
}

/** The different words and signs of a text that show one language and not the other. */
function createWordsOnlyIn(own: LanguageHabits, other: LanguageHabits): (text: string) => string[] {
  const others = new Set(smallWords(other));
  const words = new Set(smallWords(own).filter((word) => !others.has(word)));
  const letters = [...(own.tellingLetters ?? '')].filter((letter) => !other.tellingLetters?.includes(letter));
  const signs = letters.filter((letter) => !/\p{L}/u.test(letter));
  return (text) => {
    const found = findWords(text)
      .map((word) => word.text.toLowerCase())
      .filter((word) => words.has(word) || letters.some((letter) => word.includes(letter)));
    return [...new Set([...found, ...signs.filter((sign) => text.includes(sign))])];
  };
}

function smallWords({ functionWords = [], tellingWords = [], commonWords = [] }: LanguageHabits): string[] {
  return [...functionWords, ...tellingWords, ...commonWords];
}
