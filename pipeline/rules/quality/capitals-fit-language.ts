import type { Diagnostic, TextRange } from '../../model.ts';
import type { Found } from './find-surplus.ts';
import { beginsSentence, findWords, isAcronym, isCapitalised } from './find-words.ts';
import { findNames, isInside } from './names.ts';
import type { QualityContext, QualityRule, SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'capitals-fit-language';
/** Fewest words of a text in capitals: fewer may be acronyms. */
const shoutMin = 3;

/** Capitals stand where the language has them: not on months and peoples, not on the second letter of a word. */
export const capitalsFitLanguage: QualityRule = {
  id: rule,
  check: (pair, context) => {
    const words = findWords(pair.target.text);
    if (isShouted(words) && !isShouted(findWords(pair.source.text))) {
      const place = { start: 0, end: pair.target.text.length };
      return [reportInTarget(rule, pair, place, { context: 'shout', found: '', expected: '' })];
    }
    // "CPython's" has the name in it.
    const own = new Set(
      findWords(pair.source.text).flatMap(({ text }) => [text, text.replace(/['’]s$/u, '')]),
    );
    const mixed = words.filter(
      ({ text }) => /^\p{Lu}{2,}\p{Ll}{2,}|^\p{Ll}\p{Lu}\p{Ll}+$/u.test(text) && !own.has(text),
    );
    const small = findSmall(words, pair, context);
    const upper = new Map((context.target.habits.upperCase ?? []).map((name) => [name.toLowerCase(), name]));
    const lower = words.filter(({ text }) => upper.has(text));
    if (mixed.length + small.length + lower.length === 0) return [];
    const names = findNames(pair.target, context.target, context);
    return [
      ...report(pair, mixed, names, (word) => ({
        context: 'mixed',
        found: word,
        expected: capitalise(word),
      })),
      ...report(pair, small, names, (word) => ({ found: word, expected: word.toLowerCase() })),
      ...report(pair, lower, names, (word) => ({
        context: 'upper',
        found: word,
        expected: upper.get(word) ?? '',
      })),
    ];
  },
};

function report(
  pair: SegmentPair,
  words: Found[],
  names: TextRange[],
  valuesOf: (word: string) => Diagnostic['values'],
): Diagnostic[] {
  return words
    .filter((word) => !isInside(word, names))
    .map((word) => reportInTarget(rule, pair, word, valuesOf(word.text)));
}

function isShouted(words: Found[]): boolean {
  return (
    words.length >= shoutMin &&
    words.every(({ text }) => text === text.toUpperCase() && text !== text.toLowerCase())
  );
}

/** Words that the language writes in small letters, with a capital inside a sentence, and not as a part of a name. */
function findSmall(words: Found[], pair: SegmentPair, { target: { habits } }: QualityContext): Found[] {
  const { lowerCase = [], functionWords = [] } = habits;
  const { text } = pair.target;
  const small = new Set(lowerCase);
  const articles = new Set(functionWords);
  return words.filter((word, index) => {
    if (!isCapitalised(word.text) || isAcronym(word.text) || !small.has(word.text.toLowerCase()))
      return false;
    if (beginsSentence(text, word.start)) return false;
    const before = words.slice(0, index).findLast((each) => !articles.has(each.text.toLowerCase()));
    const after = words[index + 1];
    const isName = (each: Found | undefined): boolean =>
      each !== undefined &&
      isCapitalised(each.text) &&
      !small.has(each.text.toLowerCase()) &&
      !beginsSentence(text, each.start) &&
      !/[.,;:()]/u.test(text.slice(Math.min(each.end, word.end), Math.max(each.start, word.start)));
    return !isName(before) && !isName(after);
  });
}

function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}
