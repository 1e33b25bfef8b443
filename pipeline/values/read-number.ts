import { NumberParser } from '@internationalized/number';
import { toAsciiDigits, usesOwnFigures } from './ascii-digits.ts';
import { canonicalDecimal, shiftDecimal } from './decimal.ts';
import { escapePattern } from './escape-pattern.ts';
import { createWordList } from './list-words.ts';
import type { LocaleWords } from './locale-words.ts';
import { minusSigns } from './minus-signs.ts';
import {
  addFraction,
  multiplyExactly,
  readFraction,
  readMixedFraction,
  readPower,
  readTimesPower,
  writeExact,
} from './numerals.ts';
import { createCardinalReader } from './read-cardinal.ts';
import { remember } from './remember.ts';
import { createScaleWords } from './scale-words.ts';
import { mapReadings, type ReadResult, readable, type Unread, unread } from './value-reader.ts';

/** Longest number that is read, in figures; more is a slip of the keyboard, not a figure of this world. */
export const figuresMax = 40;

/** So many figures are known before all are forgotten. */
const parsedMax = 1000;

/** A tag for each of the two ways to write numbers, to name the reading that a foreign number has at home. */
const conventionTags = ['en-US', 'pt-BR'] as const;

/**
 * Signs that stand for a number's beginning in running text, and what may go on in it: also the separators of Arabic
 * figures and the Swiss apostrophe.
 */
const figures = new RegExp(
  `^[+\\-${minusSigns}]?\\d(?:[\\d.,\u066b\u066c]|['\u2019](?=\\d{3})|[ \u00a0\u2009\u202f](?=\\d))*`,
);

/** A minus of any form at the beginning. */
const minus = new RegExp(`^[-${minusSigns}]`);

/** Marks without width that set the direction of a sign beside figures. */
const directionMarks = /[\u061c\u200e\u200f]/g;

interface Separators {
  group: string;
  decimal: string;
  /** Figures in a group before the last three: two in India, "12,34,567". */
  size: number;
}

/** A number at the beginning of a text, and the text after it without space in front. */
export interface LeadingNumber {
  /** Canonical decimal. */
  number: string;
  rest: string;
}

/** A number that cannot be told, and the text after it; the readings in `values` count the scale in. */
export type UnreadNumber = Unread & { rest: string };

/** Reads numbers as one locale writes them: in figures ("1,528.5"), in words ("five"), with a scale ("1.5 million"). */
export interface NumberReader {
  /** Undefined where the text does not begin with a number at all. */
  readLeading: (text: string) => UnreadNumber | (LeadingNumber & { ok: true }) | undefined;
}

export function createNumberReader(tag: string, words: LocaleWords): NumberReader {
  const { hasOwnFigures, readFigures } = createFiguresReader(tag);
  const readScaleWords = createScaleWords(tag, words);
  const takeCardinal = createCardinalTaker(tag, words);

  return {
    readLeading: (found) => {
      const ascii = hasOwnFigures ? toAsciiDigits(found) : found;
      const text = ascii.replace(directionMarks, '');
      const exact = readExact(text, (figuresFound) => readFigures(figuresFound, false));
      if (exact) return exact;
      const match = figures.exec(text);
      const word = match ? undefined : takeCardinal(text);
      const behind = match ? text.slice(match[0].length).trimStart() : (word?.rest ?? text);
      const { exponents, exponent, length } = readScaleWords(behind);
      // "mil millones" grows; "millones mil" and a word written twice are slips.
      if (exponents.some((exponent, at) => exponent <= (exponents[at - 1] ?? 0)))
        return { ...refuse(text, tag), rest: '' };
      const rest = behind.slice(length).trimStart();
      // "mil" is a number by itself; "millones" is not.
      if (!match && !word && exponents[0] !== 3) return undefined;
      const isNative = hasOwnFigures && (ascii !== found || /[\u066b\u066c]/.test(match?.[0] ?? ''));
      const read = match ? readFigures(match[0], isNative) : readable(String(word?.value ?? 1));
      if (!read.ok) return { ...mapReadings(read, (reading) => shiftDecimal(reading, exponent)), rest };
      const number = shiftDecimal(read.value, exponent);
      if (number.length > figuresMax) {
        return { ...unread('value-is-in-range', { found: text, limit: figuresMax }), rest };
      }
      return { ok: true, number, rest };
    },
  };
}

function refuse(found: string, tag: string): Unread {
  return unread('value-is-readable', { context: 'number', found, tag });
}

/** Reads figures with the separators of a locale, in its own figures or in Western ones. */
function createFiguresReader(tag: string): {
  hasOwnFigures: boolean;
  readFigures: (found: string, isNative: boolean) => ReadResult<string>;
} {
  // A language with figures of its own ("١٬٥٢٨") is written in Western ones too, with other separators.
  const native = separatorsOf(tag);
  const western = new Intl.Locale(tag, { numberingSystem: 'latn' }).toString();
  const hasOwnFigures = usesOwnFigures(tag);
  const latin = hasOwnFigures ? separatorsOf(western) : native;
  const parser = new NumberParser(hasOwnFigures ? western : tag);
  // The same figures come again and again, and the library takes its time.
  const parse = remember((text) => parser.parse(text), parsedMax);
  const plain = { native: createPlainReaders(native), latin: createPlainReaders(latin) };

  const readFigures = (found: string, isNative: boolean): ReadResult<string> => {
    const text = found.replace(minus, '-').replaceAll("'", '\u2019');
    const separators = isNative ? native : latin;
    const { readOwn, readForeign, isThousandsElsewhere } = isNative ? plain.native : plain.latin;
    if (text.replace(/\D/g, '').length > figuresMax) {
      return unread('value-is-in-range', { found, limit: figuresMax });
    }
    const value = readOwn(text);
    const foreign = readForeign(text);
    const { decimal } = separators;
    // Three figures after a single separator are thousands to half of the world.
    if (value !== undefined && foreign !== undefined && isThousandsElsewhere(text)) {
      return unread('value-is-unambiguous', { found, first: foreign, second: value });
    }
    // The library sees the figures as floating point; it is a second opinion on what they are.
    if (value !== undefined && parse(toLatin(text, separators, latin)) === Number(value))
      return readable(value);
    if (foreign === undefined) return refuse(found, tag);
    const other = conventionTags.find((candidate) => separatorsOf(candidate).decimal !== decimal) ?? '';
    return unread('number-fits-locale', { found, tag, reading: foreign, other });
  };
  return { hasOwnFigures, readFigures };
}

/**
 * A number with a fraction or a power at the beginning of a text: "4½", "1/4", "10⁶", "1.5 × 10⁶". Undefined where there is none,
 * or where no decimal is as large, as of a third.
 */
function readExact(
  text: string,
  readFigures: (found: string) => ReadResult<string>,
): (LeadingNumber & { ok: true }) | undefined {
  const sign = minus.test(text) ? '-' : '';
  const rest = text.slice(sign.length);
  const finish = (value: string | undefined, length: number) =>
    value === undefined || value.includes('/') || value.length > figuresMax
      ? undefined
      : {
          ok: true as const,
          number: value === '0' ? value : sign + value,
          rest: rest.slice(length).trimStart(),
        };
  const whole = readFraction(rest) ?? readPower(rest);
  if (whole) return finish(writeExact(whole.value), whole.length);
  const [plain = ''] = /^\d+(?:[.,]\d+)*/.exec(rest) ?? [];
  const behind = rest.slice(plain.length);
  const mixed = /^\d+$/.test(plain) ? readMixedFraction(behind) : undefined;
  const factor = plain === '' || mixed ? undefined : readTimesPower(behind);
  const part = mixed ?? factor;
  if (!part) return undefined;
  const number = readFigures(plain);
  if (!number.ok) return undefined;
  const value = mixed ? addFraction(number.value, mixed) : multiplyExactly(number.value, part.value);
  return finish(value, plain.length + part.length);
}

/** Makes the function that takes a number in words, of one word or many, from the beginning of a text: "twenty-five". */
function createCardinalTaker(
  tag: string,
  words: LocaleWords,
): (text: string) => { value: number; rest: string } | undefined {
  const listWords = createWordList(tag);
  const readCardinal = createCardinalReader(words);
  return (text) => {
    const { words: list } = listWords(text);
    if (list[0]?.start !== 0) return undefined;
    const cardinal = readCardinal(text, list, 0);
    const end = cardinal && list[cardinal.length - 1]?.end;
    return end === undefined ? undefined : { value: cardinal?.value ?? 0, rest: text.slice(end).trimStart() };
  };
}

function separatorsOf(tag: string): Separators {
  const parts = new Intl.NumberFormat(tag, { useGrouping: 'always' }).formatToParts(123456789.6);
  const find = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const size = parts.filter(({ type }) => type === 'integer').at(-2)?.value.length ?? 3;
  return { group: find('group').replace("'", '\u2019'), decimal: find('decimal'), size };
}

/** Figures with the separators that the library takes for the language in Western figures; it knows one kind of space. */
function toLatin(text: string, from: Separators, to: Separators): string {
  const isSpace = /^\s$/.test(to.group);
  return [...text]
    .map((sign) => {
      if (sign === from.decimal) return to.decimal;
      return sign === from.group || (isSpace && /\s/.test(sign)) ? to.group : sign;
    })
    .join('');
}

/** Readers of figures with the separators of a locale, and with these exchanged. */
function createPlainReaders(separators: Separators) {
  const { group, decimal } = separators;
  const thousands = new RegExp(`^[+-]?[1-9]\\d{0,2}\\${decimal}\\d{3}$`);
  return {
    readOwn: createPlainReader(separators),
    readForeign: createPlainReader({ ...separators, group: decimal, decimal: group }),
    isThousandsElsewhere: (text: string) => thousands.test(text),
  };
}

/** Canonical form of figures that follow a locale's rules to the letter: groups of its size or of three, all of them or none. */
function createPlainReader({ group, decimal, size }: Separators): (text: string) => string | undefined {
  const escaped = escapePattern(group);
  // No group of thousands begins with a zero: "0.125" is an eighth wherever the point is a decimal sign.
  const groups = `[1-9]\\d{0,2}(?:(?<group>${escaped}|[ \\u00a0\\u2009\\u202f])\\d{3})(?:\\k<group>\\d{3})*`;
  const others = size === 3 ? '' : `|[1-9]\\d{0,${size - 1}}(?:${escaped}\\d{${size}})*${escaped}\\d{3}`;
  const fraction = `(?:\\${decimal}(?<fraction>\\d+))?`;
  const plain = new RegExp(`^(?<sign>[+-]?)(?<whole>\\d+|${groups}${others})${fraction}$`);
  return (text) => {
    const match = plain.exec(text);
    const { sign = '', whole = '', fraction: decimals } = match?.groups ?? {};
    if (!match) return undefined;
    return canonicalDecimal(`${sign}${whole.replace(/\D/g, '')}${decimals ? `.${decimals}` : ''}`);
  };
}
