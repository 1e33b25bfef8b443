/**
 * A decimal literal as XML Schema's xsd:decimal has it, in its shortest form: no plus sign, no leading zeros,
 * no zeros after the last figure ("+054.10" → "54.1", "-0.0" → "0"). Undefined for anything else: an exponent,
 * a grouping sign, no figure at all.
 */
export function canonicalDecimal(text: string): string | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const left = whole.replace(/^0+/, '') || '0';
  const right = fraction.replace(/0+$/, '');
  const digits = right === '' ? left : `${left}.${right}`;
  return sign === '-' && digits !== '0' ? `-${digits}` : digits;
}

/** A number of a record in an editor's schema, as a regular expression within a larger one. */
export const decimalPattern = '-?(0|[1-9]\\d*)(\\.\\d+)?';

/** As `canonicalDecimal`, for whole numbers only: "007" → "7", "3.0" → undefined. */
export function canonicalInteger(text: string): string | undefined {
  return /^[+-]?\d+$/.test(text) ? canonicalDecimal(text) : undefined;
}

/** Canonical decimal times a power of ten, exactly. */
export function shiftDecimal(number: string, exponent: number): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number) ?? [];
  const padded = fraction.padEnd(exponent, '0');
  return canonicalDecimal(`${sign}${whole}${padded.slice(0, exponent)}.${padded.slice(exponent)}`) ?? number;
}
