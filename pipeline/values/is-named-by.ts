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
  const left = [...given];
  const take = (isIt: (other: string) => boolean): boolean => {
    const at = left.findIndex(isIt);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  // An initial stands for one word, and for none that is written out beside it.
  const shortened = wanted.filter((word) => !take((other) => other === word));
  // Initials alone name nobody.
  const isNamed = wanted.some((word) => isFull(word) && !shortened.includes(word));
  return (
    isNamed &&
    shortened.every((word) => take((other) => isFull(word) !== isFull(other) && other[0] === word[0]))
  );
}

function isFull(word: string): boolean {
  return [...word].length > 1;
}

function tellingWords(name: string): string[] {
  return nameWords(name.replace(/(?<![\p{L}\p{M}])\p{Ll}{1,3}(?![\p{L}\p{M}.])/gu, ' '));
}
