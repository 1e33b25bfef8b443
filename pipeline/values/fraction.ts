/** An exact number: numerator / denominator, the denominator positive, not reduced. */
export interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

/** Longest exponent that is read; beyond it a literal is not a quantity of this world but an attack on memory. */
const exponentMax = 400;

/** "54.1", "-3", and what String(number) writes ("1e-7") as an exact fraction; undefined for anything else. */
export function parseFraction(text: string): Fraction | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', decimals = '', exponent = '0'] = match;
  const scale = decimals.length - Number(exponent);
  if (Math.abs(scale) > exponentMax + decimals.length) return undefined;
  const digits = BigInt(whole + decimals) * (sign === '-' ? -1n : 1n);
  return scale >= 0
    ? { numerator: digits, denominator: 10n ** BigInt(scale) }
    : { numerator: digits * 10n ** BigInt(-scale), denominator: 1n };
}

/** @param exponent not negative */
export function powerOfTen(exponent: number): Fraction {
  return { numerator: 10n ** BigInt(exponent), denominator: 1n };
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** Undefined where `b` is zero. */
export function divide(a: Fraction, b: Fraction): Fraction | undefined {
  if (b.numerator === 0n) return undefined;
  const sign = b.numerator < 0n ? -1n : 1n;
  return {
    numerator: a.numerator * b.denominator * sign,
    denominator: a.denominator * b.numerator * sign,
  };
}

export function sum(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return sum(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function absolute(a: Fraction): Fraction {
  return a.numerator < 0n ? { numerator: -a.numerator, denominator: a.denominator } : a;
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Decimal notation rounded half away from zero to `decimals` places, without zeros at the end: "54.1". */
export function writeFraction(value: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const { numerator, denominator } = absolute(value);
  const rounded = (2n * numerator * scale + denominator) / (2n * denominator);
  const whole = rounded / scale;
  const rest = (rounded % scale).toString().padStart(decimals, '0').replace(/0+$/, '');
  const sign = value.numerator < 0n && rounded !== 0n ? '-' : '';
  return decimals === 0 || rest === '' ? `${sign}${whole}` : `${sign}${whole}.${rest}`;
}
