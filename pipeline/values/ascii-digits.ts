/** Figures of one number. */
const run = /\p{Nd}+(?:[.,\u066b\u066c]\p{Nd}+)*/gu;

/**
 * A text with its decimal digits of any script as "0" to "9"; offsets hold for scripts in one UTF-16 code unit. A number that mixes
 * digits of two scripts, "1٢3", is a slip or a trick, and stays as it is.
 */
export function toAsciiDigits(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  return text.replace(run, (number) =>
    isOfOneScript(number) ? number.replace(/\p{Nd}/gu, digitOf) : number,
  );
}

function isOfOneScript(number: string): boolean {
  return new Set((number.match(/\p{Nd}/gu) ?? []).map(zeroOf)).size === 1;
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
