import { type Found, findAll } from './find-surplus.ts';

/** Words of letters; hyphens and apostrophes inside belong to them. Numbers are none. */
export function findWords(text: string): Found[] {
  return findAll(
    /(?<![\p{L}\p{N}_])\p{L}[\p{L}\p{M}]*(?![\p{L}\p{M}\p{N}_])(?:[’'‑-][\p{L}\p{M}]+)*/gu,
    text,
  );
}

/** Whether a word is written all in capitals, as acronyms and Roman numerals are: "CAN", "XV", "ONGs". */
export function isAcronym(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(word);
}

export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** Whether a sentence begins at an offset: nothing before it, or the end of another one. */
export function beginsSentence(text: string, start: number): boolean {
  return (
    /(?:^|[.?!…:;\uFFFC])[\s\p{P}\uFFFC]*$/u.test(text.slice(Math.max(0, start - 12), start)) || start === 0
  );
}
