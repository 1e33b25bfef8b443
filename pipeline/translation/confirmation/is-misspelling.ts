import { distance } from 'fastest-levenshtein';

/** Letters that a word needs before a missing or surplus letter is taken for a slip, and before a wrong one is. */
const lettersMin = { missing: 5, wrong: 8 };
/** Letters from which a word may have two slips. */
const lettersForTwo = 8;

/**
 * Whether a word is another one misspelt: two neighbouring letters changed places, or a letter or two are missing,
 * surplus, wrong or without their accent. Never the first letter, and never one of the last two, where languages
 * inflect their words ("border", "borders"); and never what `isWord` knows as a word of its own.
 *
 * @param before lower case, as `after`
 */
export function isMisspelling(before: string, after: string, isWord: (word: string) => boolean): boolean {
  if (isWord(before)) return false;
  if (isSwap(before, after)) return true;
  if (before[0] !== after[0] || before.slice(-2) !== after.slice(-2)) return false;
  if (withoutAccents(before) === withoutAccents(after)) return true;
  const [short, long] = [before.length, after.length].sort((a, b) => a - b) as [number, number];
  const slips = distance(before, after);
  // As many slips as one word is longer: letters are missing, none is wrong.
  const least = slips === long - short ? lettersMin.missing : lettersMin.wrong;
  return short >= least && slips <= (short >= lettersForTwo ? 2 : 1);
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  const at = [...Array(a.length).keys()].find((index) => a[index] !== b[index]) ?? 0;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}
