// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu;

/**
 * Characters of a text that not every form of the data can hold, with their offsets and names such as "U+0001": halves of
 * characters (lone surrogates), controls other than tab and line break, noncharacters. XML has no way to write most of
 * them (https://www.w3.org/TR/xml/#charsets), and UTF-8 none for the first.
 */
export function findUnwritable(text: string): { at: number; name: string }[] {
  return [...text.matchAll(unwritable)].map(({ 0: character, index }) => ({
    at: index,
    name: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  }));
}
