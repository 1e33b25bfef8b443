/** A text with its decimal digits of any script as "0" to "9"; offsets hold for scripts in one UTF-16 code unit. */
export function toAsciiDigits(text: string): string {
  return /^[\0-\x7f]*$/.test(text) ? text : text.replace(/\p{Nd}/gu, digitOf);
}

function digitOf(sign: string): string {
  return String((sign.codePointAt(0) ?? 0) - (zeroOf(sign).codePointAt(0) ?? 0));
}

/**
 * The zero of the script that a decimal digit is of. Digits stand in tens, from zero upwards
 * (https://www.unicode.org/reports/tr44/#General_Category_Values, Nd).
 */
export function zeroOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String.fromCodePoint(zero);
}

/** Whether a language is written in figures of its own rather than Western ones: ar-EG is, ar-MA is not. */
export function usesOwnFigures(tag: string): boolean {
  return new Intl.NumberFormat(tag).resolvedOptions().numberingSystem !== 'latn';
}
