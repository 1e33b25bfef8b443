import { escapePattern } from '../escape-pattern.ts';

/** The inside of a regular expression for words that may be abbreviated: without their points, with any space or none: "p.m.", "p. m.". */
export function writeAbbreviation(words: string): string {
  return words
    .split(/\s+/)
    .map((part) => escapePattern(part).replaceAll('\\.', '\\.?'))
    .join('\\s?');
}
