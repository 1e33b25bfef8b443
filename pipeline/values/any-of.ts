import { escapePattern } from './escape-pattern.ts';

/**
 * The inside of a regular expression that matches any of some words, the longest first, so that none hides one that goes on; '' for
 * none.
 *
 * @param write how one word is matched: letter by letter unless given
 */
export function anyOf(words: Iterable<string>, write: (word: string) => string = escapePattern): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => write(word))
    .join('|');
}
