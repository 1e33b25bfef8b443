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
  return scaleDecimal(canonicalDecimal(mantissa) ?? mantissa, Number(exponent));
}

/** Canonical decimal times a power of ten, which may be negative, exactly. */
function scaleDecimal(number: string, power: number): string {
  if (power >= 0) return shiftDecimal(number, power);
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number) ?? [];
  const digits = whole.padStart(1 - power, '0');
  return canonicalDecimal(`${sign}${digits.slice(0, power)}.${digits.slice(power)}${fraction}`) ?? number;
}

/** Largest power of ten of a number in a record: what is larger is no measure of anything. */
const powerMax = 99;

/**
 * A number of a record as `canonicalDecimal` has it: as JSON and YAML write numbers, with an exponent too ("1.5e3" → "1500"). Undefined for
 * zeros before the first figure ("012"), which is 10 by YAML 1.1 and 12 by 1.2.
 */
export function decimalOfRecord(text: string): string | undefined {
  if (/^[+-]?0\d/.test(text)) return undefined;
  const [, mantissa = '', power = '0'] = /^([^e]*)(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const number = canonicalDecimal(mantissa);
  return number === undefined || Math.abs(Number(power)) > powerMax
    ? undefined
    : scaleDecimal(number, Number(power));
}
