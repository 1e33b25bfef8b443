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

/** A number of a schema as a canonical decimal, without exponent: 2.5e-7 is "0.00000025". */
export function decimalOfNumber(number: number): string {
  const [mantissa = '', exponent = '0'] = String(number).split('e');
  const power = Number(exponent);
  if (power >= 0) return shiftDecimal(canonicalDecimal(mantissa) ?? mantissa, power);
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(mantissa) ?? [];
  const digits = whole.padStart(1 - power, '0');
  return canonicalDecimal(`${sign}${digits.slice(0, power)}.${digits.slice(power)}${fraction}`) ?? mantissa;
}
