/** Longest quotation in a message, in UTF-16 code units. */
const lengthMax = 60;

/** As much of some words as a message quotes. */
export function excerpt(words: string): string {
  return words.length > lengthMax
    ? `${words.slice(0, lengthMax - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
    : words;
}
