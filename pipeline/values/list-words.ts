import type { TextRange } from '../model.ts';

/** A word of a text, in lower case and composed letters; the range is that in the text. */
export interface TextWord extends TextRange {
  key: string;
}

const word = /\p{L}[\p{L}\p{M}]*/gu;

/** A text's words, and all of it in lower case: '' where that has another length, so that places would be wrong. */
export interface TextWords {
  words: TextWord[];
  low: string;
}

/** Makes the function that lists the words of a text, in the lower case of a locale. */
export function createWordList(tag: string): (text: string) => TextWords {
  const lower = createLowerCase(tag);
  return (text) => {
    const all = lower(text.normalize('NFC'));
    // Composed or in lower case a text may have another length ("İ"): then each word is changed by itself.
    const low = all.length === text.length ? all : '';
    const words = [...text.matchAll(word)].map(({ 0: found, index: start }): TextWord => {
      const end = start + found.length;
      return { key: low === '' ? lower(found.normalize('NFC')) : low.slice(start, end), start, end };
    });
    return { words, low };
  };
}

/** Lower case as a locale has it; most have that of Unicode, which is many times as fast. */
export function createLowerCase(tag: string): (text: string) => string {
  const peculiar = 'IİÌÍĨJ';
  const isUsual = peculiar.toLocaleLowerCase(tag) === peculiar.toLowerCase();
  return isUsual ? (text) => text.toLowerCase() : (text) => text.toLocaleLowerCase(tag);
}
