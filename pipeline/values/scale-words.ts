import { createLowerCase } from './list-words.ts';
import type { LocaleWords } from './locale-words.ts';

/** Powers of ten by their words. */
export interface ScaleWords {
  /** In the order of the text. */
  exponents: number[];
  /** Their sum: that of all the words together. */
  exponent: number;
  /** UTF-16 code units of the words, with the space before each. */
  length: number;
}

/** Makes the function that finds the words of powers of ten at the beginning of a text: " thousand million", "million". */
export function createScaleWords(tag: string, { scales }: LocaleWords): (text: string) => ScaleWords {
  const lower = createLowerCase(tag);
  return (text) => {
    const exponents: number[] = [];
    let [all, length] = [0, 0];
    for (;;) {
      const [found = '', word = ''] = /^[\s-]?(\p{L}[\p{L}\p{M}]*)/u.exec(text.slice(length)) ?? [];
      const key = lower(word.normalize('NFC'));
      const exponent = Object.hasOwn(scales, key) ? scales[key] : undefined;
      if (exponent === undefined) return { exponents, exponent: all, length };
      exponents.push(exponent);
      all += exponent;
      length += found.length;
    }
  };
}
