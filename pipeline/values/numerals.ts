import { divide, type Fraction, multiply, parseFraction, sum } from './fraction.ts';

/** A part of a number that is no plain figures, and how many UTF-16 code units it has. */
interface NumeralPart {
  value: Fraction;
  length: number;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const powerSigns = `(?<raised>[⁺⁻]?[${superscripts}]+)|\\^(?<flat>[-\u2212]?\\d+)`;

/** "10⁶", "10^6", "10⁻³": figures with a power. */
const power = new RegExp(`^(?<base>\\d+)(?:${powerSigns})`, 'u');

/** " × 10⁶" behind figures. */
const scientific = new RegExp(`^[ \u00a0\u202f]?[×x·*][ \u00a0\u202f]?10(?:${powerSigns})`, 'u');

/** "½" and its like (https://www.unicode.org/reports/tr15/: their compatibility form has U+2044 in it). */
const sign = /^[\u00bc-\u00be\u2150-\u215e\u2189]/u;

/** "1/2" and "1⁄2" behind nothing that it would be part of: a day, a page or a ratio has other figures. */
const slashed = /^(?<numerator>\d{1,2})[/\u2044](?<denominator>\d{1,3})(?![\p{Nd}/]|[.,:-]\p{Nd})/u;

/** Denominators of fractions as people write them. */
const usual = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 32, 50, 60, 64, 100, 365]);

/** Largest power that is worked out: 400 figures are more than anybody counts with. */
const powerMax = 400;

/** A fraction that a text begins with: "½", "1/3". */
export function readFraction(text: string): NumeralPart | undefined {
  const [written] = sign.exec(text) ?? [];
  if (written !== undefined) {
    const [numerator = '', denominator = ''] = written.normalize('NFKC').split('\u2044');
    return {
      value: { numerator: BigInt(numerator), denominator: BigInt(denominator) },
      length: written.length,
    };
  }
  const match = slashed.exec(text);
  const [numerator, denominator] = [match?.groups?.numerator, match?.groups?.denominator].map(Number);
  if (!match || !numerator || !denominator || numerator >= denominator || !usual.has(denominator))
    return undefined;
  return {
    value: { numerator: BigInt(numerator), denominator: BigInt(denominator) },
    length: match[0].length,
  };
}

/** A fraction behind whole figures: the "½" of "4½" and "4 ½", the "1/2" of "4 1/2". */
export function readMixedFraction(text: string): NumeralPart | undefined {
  const gap = /^[ \u00a0\u2009\u202f]/.test(text) ? 1 : 0;
  const fraction = readFraction(text.slice(gap));
  const isJoined = gap === 1 || fraction?.length === 1;
  return fraction && isJoined ? { value: fraction.value, length: fraction.length + gap } : undefined;
}

/** A power that a text begins with: "10⁶", "10^-3". Undefined beyond 400 figures. */
export function readPower(text: string): NumeralPart | undefined {
  const match = power.exec(text);
  const value = match && raise(match.groups?.base ?? '', exponentOf(match));
  return match && value ? { value, length: match[0].length } : undefined;
}

/** First and last of the signs that are a number in a circle, in parentheses or with a point, and the number of the first. */
const enclosed = [
  [0x2460, 0x2473, 1],
  [0x2474, 0x2487, 1],
  [0x2488, 0x249b, 1],
  [0x24ea, 0x24ea, 0],
  [0x24eb, 0x24f4, 11],
  [0x24f5, 0x24fe, 1],
  [0x24ff, 0x24ff, 0],
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
] as const;

/** A number in one sign that a text begins with: "③", "⑿", "❶". */
export function readEnclosed(text: string): NumeralPart | undefined {
  const code = text.charCodeAt(0);
  const [first, , number] = enclosed.find(([from, to]) => code >= from && code <= to) ?? [];
  if (first === undefined || number === undefined) return undefined;
  return { value: { numerator: BigInt(number + code - first), denominator: 1n }, length: 1 };
}

/** A power of ten that figures are multiplied with: " × 10⁶". */
export function readTimesPower(text: string): NumeralPart | undefined {
  const match = scientific.exec(text);
  const value = match && raise('10', exponentOf(match));
  return match && value ? { value, length: match[0].length } : undefined;
}

function exponentOf({ groups = {} }: RegExpExecArray): number {
  const { raised, flat } = groups;
  if (flat !== undefined) return Number(flat.replace('\u2212', '-'));
  const figures = [...(raised ?? '')].map((one) =>
    superscripts.includes(one) ? superscripts.indexOf(one) : one,
  );
  return Number(figures.join('').replace('⁻', '-').replace('⁺', ''));
}

function raise(base: string, exponent: number): Fraction | undefined {
  if (base.length * Math.abs(exponent) > powerMax) return undefined;
  const value = BigInt(base) ** BigInt(Math.abs(exponent));
  if (exponent >= 0) return { numerator: value, denominator: 1n };
  return value === 0n ? undefined : { numerator: 1n, denominator: value };
}

/** A canonical decimal and a part of the number behind it: 4 and ½ are 4.5, 3 and 10⁶ are 3000000. */
export function addFraction(number: string, { value }: NumeralPart): string | undefined {
  const whole = parseFraction(number);
  if (!whole) return undefined;
  return writeExact(sum(whole, number.startsWith('-') ? { ...value, numerator: -value.numerator } : value));
}

/** A canonical decimal, or an exact number, times another. */
export function multiplyExactly(number: string, factor: Fraction): string | undefined {
  const read = parseExact(number);
  return read && writeExact(multiply(read, factor));
}

function parseExact(number: string): Fraction | undefined {
  const [numerator = '', denominator] = number.split('/');
  const [above, below] = [parseFraction(numerator), parseFraction(denominator ?? '1')];
  return above && below && divide(above, below);
}

/** A canonical decimal where the number has one, else the fraction in its lowest terms: "4.5", "1/3". */
export function writeExact({ numerator, denominator }: Fraction): string {
  const divisor = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator);
  const [above, below] = [numerator / divisor, denominator / divisor];
  let [rest, decimals] = [below, 0];
  for (const prime of [2n, 5n]) {
    let power = 0;
    while (rest % prime === 0n) [rest, power] = [rest / prime, power + 1];
    decimals = Math.max(decimals, power);
  }
  if (rest !== 1n) return `${above}/${below}`;
  const digits = `${((above < 0n ? -above : above) * 10n ** BigInt(decimals)) / below}`.padStart(
    decimals + 1,
    '0',
  );
  const whole = digits.slice(0, digits.length - decimals);
  return `${above < 0n ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b);
}
