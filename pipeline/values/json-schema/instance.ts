/** A number with all its figures, where a double would round: a canonical decimal (see `canonicalDecimal`). */
export class ExactNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A value as a schema sees it: JSON, whose numbers may be exact. */
export type Instance =
  | null
  | boolean
  | string
  | number
  | ExactNumber
  | Instance[]
  | { [name: string]: Instance };

/** An object of an instance. */
export type InstanceObject = { [name: string]: Instance };

/** The types of JSON; "integer" is a number without a fraction (https://json-schema.org/draft/2020-12/json-schema-core#section-4.2.1). */
export type InstanceType = 'null' | 'boolean' | 'string' | 'number' | 'array' | 'object';

export function typeOfInstance(instance: Instance): InstanceType {
  if (instance === null) return 'null';
  if (Array.isArray(instance)) return 'array';
  if (instance instanceof ExactNumber) return 'number';
  if (typeof instance === 'object') return 'object';
  return typeof instance as 'boolean' | 'string' | 'number';
}

export function isInstanceObject(instance: Instance): instance is InstanceObject {
  return typeOfInstance(instance) === 'object';
}

/** A number of a schema or an instance: figures times a power of ten. */
interface Scaled {
  figures: bigint;
  exponent: number;
}

function scaled(number: number | ExactNumber): Scaled {
  const text = number instanceof ExactNumber ? number.text : String(number);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text) ?? [];
  return {
    figures: BigInt(`${sign}${whole}${fraction}` || '0'),
    exponent: Number(exponent) - fraction.length,
  };
}

/** Two numbers as whole numbers of one power of ten. */
function aligned(a: number | ExactNumber, b: number | ExactNumber): [bigint, bigint] {
  const [first, second] = [scaled(a), scaled(b)];
  const least = Math.min(first.exponent, second.exponent);
  const raise = ({ figures, exponent }: Scaled): bigint => figures * 10n ** BigInt(exponent - least);
  return [raise(first), raise(second)];
}

/** Less than 0 where the first number is less, 0 where they are equal; without rounding. */
export function compareNumbers(a: number | ExactNumber, b: number | ExactNumber): number {
  const [first, second] = aligned(a, b);
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Whether the first number is a whole number of times the second; without rounding. */
export function isMultiple(number: number | ExactNumber, of: number | ExactNumber): boolean {
  const [dividend, divisor] = aligned(number, of);
  return divisor !== 0n && dividend % divisor === 0n;
}

/** Equality as JSON Schema has it: 1 and 1.0 are one number, the order of keys does not count. */
export function sameInstance(a: Instance, b: Instance): boolean {
  const type = typeOfInstance(a);
  if (type !== typeOfInstance(b)) return false;
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b) === 0;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameInstance(item, b[index] ?? null));
  if (isInstanceObject(a) && isInstanceObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && sameInstance(a[key] ?? null, b[key] ?? null))
    );
  }
  return a === b;
}

export function isNumber(instance: Instance): instance is number | ExactNumber {
  return typeof instance === 'number' || instance instanceof ExactNumber;
}
