import { distance } from 'fastest-levenshtein';
import { nameWords } from './name-words.ts';

/** Letters that a word needs before a slip in it can be told from another word, and before two can. */
const lettersMin = { one: 4, two: 8 };

/**
 * Whether a name is another one with a slip in one of its words: two neighbouring letters changed places, or a letter (of long
 * words two) is missing, surplus or wrong. Endings do not count, where languages inflect their words.
 */
export function isSlip(name: string, other: string): boolean {
  const [one, two] = [nameWords(name), nameWords(other)];
  const pairs = one.map((word, index): [string, string] => [word, two[index] ?? '']);
  const differing = pairs.filter(([a, b]) => a !== b);
  const [pair] = differing;
  return one.length === two.length && differing.length === 1 && pair !== undefined && isSlipOfWord(...pair);
}

function isSlipOfWord(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length);
  if (length < lettersMin.one || /\p{N}/u.test(a + b)) return false;
  if (isSwap(a, b)) return true;
  const isEnding = a.slice(0, -2) === b.slice(0, -2) || a.slice(0, length - 2) === b.slice(0, length - 2);
  return !isEnding && distance(a, b) <= (length >= lettersMin.two ? 2 : 1);
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
