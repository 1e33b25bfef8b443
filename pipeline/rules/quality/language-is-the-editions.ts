import type { Diagnostic, TextRange } from '../../model.ts';
import { excerpt } from '../excerpt.ts';
import { askOfSegment, lookAtSegment } from './ask-of-segment.ts';
import { createDetector, type LanguageDetector } from './detect-language.ts';
import { type Found, findAll } from './find-surplus.ts';
import { beginsSentence, findWords, isCapitalised } from './find-words.ts';
import { findForeignWords, isInside } from './names.ts';
import type { LanguageSide, QualityContext, QualityRule, SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';
import { createThirdLanguages } from './third-languages.ts';

const rule = 'language-is-the-editions';
/** Fewest letters by which a language is told from the source's, and from any other edition's. */
const clauseMin = 40;
const segmentMin = 80;
/** Fewest segments of that length by which a catalog's is told. */
const editionMin = 3;
/**
 * Least distance of the edition's language: the fewer letters, the nearer are languages by chance, and the nearest are akin. What is
 * neither the source's nor the edition's has to be told more surely.
 */
const distanceMin = { clause: 0.12, segment: 0.06, third: 0.1 };

/** A translation is in the language of its edition: no sentence was left in the source's, no catalog is another's. */
export const languageIsTheEditions: QualityRule = {
  id: rule,
  checkAll: (pairs, context) => {
    const { source, target, languages = [source.language, target.language] } = context;
    const detectors = {
      all: createDetector(languages),
      two: createDetector([source.language, target.language]),
    };
    if (!detectors.all.known.includes(target.language)) return [];
    const thirds = createThirdLanguages(context);
    const isOwn = createSmallWordTest(source, target);
    const judged = pairs.map((pair) =>
      askOfSegment('language', pair, context, () => {
        const own = ownWords(pair, context);
        const isShort = countLetters(own) < segmentMin;
        const near = isShort ? undefined : findOther(own, detectors.all, target, distanceMin.segment);
        const other =
          near === source.language ? near : near && findOther(own, detectors.all, target, distanceMin.third);
        return { own, other: other !== undefined && !thirds.isOwn(own) ? other : null };
      }),
    );
    const [first] = pairs;
    const swapped = findSwapped(judged);
    if (first && swapped !== undefined) {
      const place = { start: 0, end: first.target.text.length };
      const values = { context: 'edition', expected: target.language, found: swapped };
      return [reportInTarget(rule, first, place, values)];
    }
    return pairs.flatMap((pair, index) => {
      const { own = '', other = null } = judged[index] ?? {};
      const place = { start: 0, end: own.length };
      if (other === null) {
        const third = thirds.find(pair, own);
        if (third)
          return [
            reportInTarget(rule, pair, third.range, { expected: target.language, found: third.language }),
          ];
        const look = () => checkClauses(pair, own, { detector: detectors.two, isOwn }, context);
        return lookAtSegment('language of clauses', pair, context, look);
      }
      return [reportInTarget(rule, pair, place, { expected: target.language, found: other })];
    });
  },
};

/** The language that most segments are in, where that is another one. */
function findSwapped(judged: { own: string; other: string | null }[]): string | undefined {
  const found = judged.find(({ other }) => other !== null)?.other ?? undefined;
  const long = judged.filter(({ own }) => countLetters(own) >= segmentMin).length;
  const same = judged.filter(({ other }) => other === found).length;
  return found !== undefined && long >= editionMin && same > long / 2 ? found : undefined;
}

/** Clauses that were left in the source's language; in shorter pieces, words that only it has. */
function checkClauses(
  pair: SegmentPair,
  own: string,
  { detector, isOwn }: { detector: LanguageDetector; isOwn: (text: string) => boolean },
  { source, target }: QualityContext,
): Diagnostic[] {
  const clauses = detector.known.length < 2 ? [] : findAll(/[^.,;:()?!]+/gu, own);
  const left = clauses.filter(
    ({ text }) =>
      countLetters(text) >= clauseMin &&
      !isOwn(text) &&
      findOther(text, detector, target, distanceMin.clause) !== undefined,
  );
  if (left.length > 0) {
    const values = { expected: target.language, found: source.language };
    return left.map((clause) => reportInTarget(rule, pair, trim(clause), values));
  }
  // What is its source is said by another rule.
  if (pair.target.text === pair.source.text && countLetters(own) < segmentMin) return [];
  const telling = findTelling(own, pair, source.habits.tellingWords ?? []);
  const [first, last] = [telling[0], telling.at(-1)];
  if (!first || !last) return [];
  const range = { start: first.start, end: last.end };
  const found = excerpt(pair.target.text.slice(range.start, range.end));
  return [reportInTarget(rule, pair, range, { context: 'word', expected: target.language, found })];
}

/** Whether the small words of a clause are the edition's and none the source's: no need to ask the detector. */
function createSmallWordTest(source: LanguageSide, target: LanguageSide): (text: string) => boolean {
  const [theirs, own] = [new Set(source.habits.functionWords), new Set(target.habits.functionWords)];
  return (text) => {
    const words = findWords(text).map((word) => word.text.toLowerCase());
    const count = (of: Set<string>, not: Set<string>): number =>
      words.filter((word) => of.has(word) && !not.has(word)).length;
    return count(own, theirs) > 1 && count(theirs, own) === 0;
  };
}

/** Longest name that is looked for beside a word, in UTF-16 code units. */
const nameMax = 60;

/** What follows a word that ends its clause, as no article or preposition does: it is the name of something ("the statement with"). */
const clauseEnd = /^["'”’»)]?[.,;:?!)]/u;

/** Words that only the source's language has, between words in small letters: a piece was left as it was. */
function findTelling(own: string, pair: SegmentPair, telling: string[]): Found[] {
  if (telling.length === 0) return [];
  const words = new Set(telling);
  return findWords(own).filter(({ text, start, end }) => {
    if (!words.has(text)) return false;
    const before = pair.target.text.slice(Math.max(0, start - nameMax), start);
    const behind = pair.target.text.slice(end, end + nameMax);
    if (/\p{L}\s$/u.test(before) && clauseEnd.test(behind)) return false;
    // Between placeholders: "[this] and [that]".
    if (/\]\s$/.test(before) && /^\s\[/.test(behind)) return false;
    const isByName = /\p{Lu}[\p{L}\p{M}]*[\s\uFFFC]+$/u.test(before);
    return !isByName && !/^[\s\uFFFC]+\p{Lu}/u.test(behind);
  });
}

/** The language that a text is in, where that is not the expected one. */
function findOther(
  text: string,
  { rank }: LanguageDetector,
  { language: expected }: LanguageSide,
  least: number,
): string | undefined {
  const ranked = rank(text);
  const own = ranked.find(({ language }) => language === expected)?.distance ?? 1;
  return own >= least ? ranked[0]?.language : undefined;
}

/** Passages in single quotation marks that both texts have, word for word: messages of a program, somebody's words. */
function findKept(source: string, target: string): TextRange[] {
  return findAll(/(?<![\p{L}\p{N}])['‘](?=[^'’]*\s)[^'’]*['’](?![\p{L}\p{N}])/gu, target).filter(({ text }) =>
    source.includes(text),
  );
}

/** A translation's text with blanks in the place of names, numbers and words that are somebody else's. */
function ownWords({ source, target: side }: SegmentPair, { target, vocabulary }: QualityContext): string {
  const foreign = [...findForeignWords(side, target, vocabulary), ...findKept(source.text, side.text)];
  const names = findWords(side.text).filter(
    (word) => isInside(word, foreign) || (isCapitalised(word.text) && !beginsSentence(side.text, word.start)),
  );
  // "2to3" is no word.
  let own = side.text
    .replace(/[\p{L}\p{N}_]*[\p{N}_][\p{L}\p{N}_]*/gu, (found) => ' '.repeat(found.length))
    .replaceAll('\uFFFC', ' ');
  for (const { start, end } of names) own = own.slice(0, start) + ' '.repeat(end - start) + own.slice(end);
  return own;
}

function countLetters(text: string): number {
  return text.replace(/[^\p{L}]/gu, '').length;
}

function trim({ text, start, end }: Found): TextRange {
  return {
    start: start + text.length - text.trimStart().length,
    end: end - text.length + text.trimEnd().length,
  };
}
