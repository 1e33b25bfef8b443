import { nameWords } from './name-words.ts';

/**
 * Whether two names are of one thing, as a record and a bibliography write it: each word of one is among those of the other, in
 * any order, and of a given name its initial may stand for it. "Oddone, Nahuel" and "N. Oddone" are one, and so are "CeSPI; IILA"
 * and "CeSPI". Small words ("de", "of") do not count.
 */
export function isNamedBy(label: string, words: string): boolean {
  const [one, other] = [tellingWords(label), tellingWords(words)];
  return isAmong(one, other) || isAmong(other, one);
}

function isAmong(wanted: readonly string[], given: readonly string[]): boolean {
  // Initials alone name nobody.
  if (!wanted.some((word) => isFull(word) && given.includes(word))) return false;
  return wanted.every((word) =>
    given.some((other) => other === word || (isFull(word) !== isFull(other) && other[0] === word[0])),
  );
}

function isFull(word: string): boolean {
  return [...word].length > 1;
}

function tellingWords(name: string): string[] {
  return nameWords(name.replace(/(?<![\p{L}\p{M}])\p{Ll}{1,3}(?![\p{L}\p{M}.])/gu, ' '));
}
