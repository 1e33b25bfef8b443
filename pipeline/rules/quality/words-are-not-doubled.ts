import { type Found, takeAway } from './find-surplus.ts';
import { findWords } from './find-words.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'words-are-not-doubled';
/** Longest group of words that is compared with the one after it. */
const groupMax = 3;

/** No word, and no short group of words, stands twice in a row by mistake; links and emphasis do not hide it. */
export const wordsAreNotDoubled: QualityRule = {
  id: rule,
  check: (pair, { target: { language, habits } }) => {
    const doubled = findDoubled(pair.target.text, language);
    if (doubled.length === 0) return [];
    const allowed = new Set(habits.doubledWords ?? []);
    const found = doubled.filter(
      (each) => !allowed.has(each.text.toLocaleLowerCase(language)) && !isName(each, pair.target.text),
    );
    return takeAway(found, findDoubled(pair.source.text, language)).map((each) =>
      reportInTarget(rule, pair, each, { found: each.text }),
    );
  },
};

/** "E e F" and "*y* y *x*" name things by letters; a word before an underscore begins a name of a program. */
function isName({ text, start, end }: Found, whole: string): boolean {
  const again = whole.slice(start, end);
  const isLetter = text.length === 1 && (again !== text || isAmongLetters(whole, start, end));
  return isLetter || /[_-]/u.test(whole.charAt(end));
}

/** Whether a single letter stands on both sides of two more of them. */
function isAmongLetters(whole: string, start: number, end: number): boolean {
  return /(?<!\p{L})\p{L}\s+$/u.test(whole.slice(0, start)) && /^\s+\p{L}(?!\p{L})/u.test(whole.slice(end));
}

function findDoubled(text: string, language: string): Found[] {
  const words = findWords(text);
  const lower = words.map((word) => word.text.toLocaleLowerCase(language));
  const found: Found[] = [];
  const isJoined = (from: number, to: number): boolean =>
    words
      .slice(from, to)
      .every(({ end }, index) => /^\s+$/u.test(text.slice(end, words[from + index + 1]?.start)));
  for (let at = 0; at < words.length; at += 1) {
    for (let size = 1; size <= groupMax && at + 2 * size <= words.length; size += 1) {
      const isSame = lower.slice(at, at + size).every((word, index) => word === lower[at + size + index]);
      if (!isSame || !isJoined(at, at + 2 * size - 1)) continue;
      const [first, last, next] = [words[at], words[at + 2 * size - 1], words[at + size]];
      if (!first || !last || !next) continue;
      found.push({
        text: text.slice(first.start, words[at + size - 1]?.end),
        start: next.start,
        end: last.end,
      });
      at += size;
      break;
    }
  }
  return found;
}
