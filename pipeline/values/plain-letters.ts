/** A text in NFC without case and accents, letter for letter: what it has at an offset, the NFC text has there, too. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\0-\x7f]/g, (letter) => letter.normalize('NFD').charAt(0))
    .replace(/\p{Lu}/gu, lowerCase);
}

/** A capital whose small form is longer stays as it is. */
function lowerCase(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}
