import type { TextValue } from '../../model.ts';
import { anyOf } from '../any-of.ts';
import { toAsciiDigits } from '../ascii-digits.ts';
import { shiftDecimal } from '../decimal.ts';
import { powerOfTen } from '../fraction.ts';
import type { LocaleWords } from '../locale-words.ts';
import {
  addFraction,
  multiplyExactly,
  readEnclosed,
  readFraction,
  readMixedFraction,
  readPower,
  readTimesPower,
  writeExact,
} from '../numerals.ts';
import { createNumberReader } from '../read-number.ts';
import type { createScaleSigns } from '../scale-signs.ts';
import { createScaleWords } from '../scale-words.ts';
import { foundValue } from './found-value.ts';
import { minusBefore } from './minus-before.ts';

/**
 * Figures in groups with spaces between, or with points and commas inside; a sign at the end is the sentence's. Or a fraction in
 * one sign.
 */
const figures =
  /(?<!\p{Nd})(?:\p{Nd}{1,3}(?:[\u00a0\u2009\u202f ]\p{Nd}{3})+(?!\p{Nd})(?:[.,٫]\p{Nd}+)?|\p{Nd}+(?:[.,٫٬]\p{Nd}+)*)|[\u00bc-\u00be\u2150-\u215e\u2189]|[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/gu;

/** Groups with an apostrophe between, as Switzerland writes them. */
const apostrophes = /(?<!\p{Nd})\p{Nd}{1,3}(?:[’']\p{Nd}{3})+(?!\p{Nd})(?:\.\p{Nd}+)?/gu;

/** In canonical form as it is (see `canonicalDecimal`). */
const plainNumber = /^[1-9]\d{0,14}$/;

/** The end of what two dashes enclose: the one before it opened that. */
const closingDash = /^[^\u2012–]*\S[\u2012–](?:[\s.,;:)]|$)/;

/** What shows that figures are an amount of money: a sign or a code before them. */
const moneyBefore = /(?:\p{Sc}|\b\p{Lu}{3})[ \u00a0]?$/u;

/** Finds numbers in figures, with fractions, powers and scales ("1.5 million", "$1.2m"); of "1995–98" the end is 1998. */
export function createFigureFinder(
  tag: string,
  words: LocaleWords,
  readScaleSign: ReturnType<typeof createScaleSigns>,
): (text: string) => TextValue[] {
  const numbers = createNumberReader(tag, words);
  const hasApostrophes = /[’']/.test(new Intl.NumberFormat(tag).format(10_000));
  const pattern = hasApostrophes ? new RegExp(`${apostrophes.source}|${figures.source}`, 'gu') : figures;
  const readScaleWords = createScaleWords(tag, words);
  const ordinal = ordinalAfter(words);

  const readOne = (text: string, at: number, core: string): TextValue => {
    const isMinus = isNegative(text, at);
    const start = at - (isMinus ? 1 : 0);
    const exact = isPart(text, at) ? undefined : readExact(text.slice(at, at + core.length + 40));
    if (exact) {
      const end = at + exact.length;
      const scale = readScaleWords(text.slice(end, end + 40));
      const value = multiplyExactly(isMinus ? `-${exact.value}` : exact.value, powerOfTen(scale.exponent));
      const form = exact.isFraction ? 'fraction' : 'figures';
      return foundValue({ form, start, end: end + scale.length, value, isCertain: true });
    }
    let end = at + core.length;
    const [ordinalSign = ''] = ordinal?.exec(text.slice(end)) ?? [];
    if (ordinalSign !== '' && /^\p{Nd}+$/u.test(core)) {
      const value = toAsciiDigits(core).replace(/^0+(?=\d)/, '');
      return foundValue({
        form: 'ordinal',
        start: at,
        end: end + ordinalSign.length,
        value,
        isCertain: true,
      });
    }
    const scale = readScaleWords(text.slice(end, end + 40));
    const isMoney = moneyBefore.test(text.slice(Math.max(0, at - 5), at));
    // "Py3k" is a name.
    const isName = /\p{L}$/u.test(text.slice(Math.max(0, at - 2), at));
    const letters =
      scale.length > 0 || isName ? undefined : readScaleSign(text.slice(end, end + 16), isMoney);
    const figures = (isMinus ? '-' : '') + toAsciiDigits(core.replace(/[’']/g, ''));
    const written = figures + text.slice(end, end + scale.length);
    // Most are whole numbers of a few figures, which every locale reads alike; figures of two scripts are none.
    const read = plainNumber.test(written)
      ? { ok: true as const, number: written, rest: '' }
      : /(?![0-9])\p{Nd}/u.test(figures)
        ? undefined
        : numbers.readLeading(written);
    end += scale.length + (letters?.length ?? 0);
    const tail = scale.length > 0 || letters ? undefined : readTail(text.slice(end, end + 40), core);
    end += tail?.length ?? 0;
    if (/^\p{Nd}{3}0$/u.test(core)) end += /^[’']?s(?!\p{L})/u.exec(text.slice(end))?.[0].length ?? 0;
    const { value, foreign } = readings(read, core);
    const change = (number: string | undefined): string | undefined => {
      if (number === undefined || !/^-?\d+(?:\.\d+)?$/.test(number)) return number;
      return letters ? shiftDecimal(number, letters.exponent) : tail ? tail.change(number) : number;
    };
    return foundValue({
      form: 'figures',
      start,
      end,
      written: toAsciiDigits(core),
      value: change(value),
      foreign: change(foreign),
      isCertain: true,
    });
  };

  return (text) => {
    const found: TextValue[] = [];
    for (const { 0: core, index } of text.matchAll(pattern)) {
      if (index >= (found.at(-1)?.end ?? 0)) found.push(readOne(text, index, core));
    }
    completeYears(text, found);
    return found;
  };
}

/** A minus stands before the figures that begin at a place; not a dash that goes with one behind them. */
function isNegative(text: string, at: number): boolean {
  const sign = minusBefore.exec(text.slice(Math.max(0, at - 2), at))?.[1];
  return sign !== undefined && !(/[\u2012–]/.test(sign) && closingDash.test(text.slice(at)));
}

/** Whether other figures stand before a place, with a slash, a colon or a point between: "3/4" of "2/3/4" is no fraction. */
function isPart(text: string, at: number): boolean {
  return /\p{Nd}[/:.,]$/u.test(text.slice(Math.max(0, at - 2), at));
}

/** A fraction, a power or a number in a circle that a text begins with. */
function readExact(text: string): { isFraction: boolean; value: string; length: number } | undefined {
  const figures = toAsciiDigits(text);
  const fraction = readFraction(figures);
  const found = fraction ?? readPower(figures) ?? readEnclosed(figures);
  return (
    found && { isFraction: fraction !== undefined, value: writeExact(found.value), length: found.length }
  );
}

/** What goes on behind plain figures: "½" behind 4, " × 10⁶" behind 1.5. */
function readTail(
  text: string,
  core: string,
): { length: number; change: (number: string) => string | undefined } | undefined {
  const behind = toAsciiDigits(text);
  // "6-1/2" is six and a half; "8601-1/2" is a name.
  const gap = /^-\d{1,2}\/\d/.test(behind) && core.length < 3 ? 1 : 0;
  const mixed = /^\p{Nd}+$/u.test(core)
    ? readMixedFraction(gap > 0 ? ` ${behind.slice(gap)}` : behind)
    : undefined;
  if (mixed) return { length: mixed.length, change: (number) => addFraction(number, mixed) };
  const factor = readTimesPower(behind);
  return factor && { length: factor.length, change: (number) => multiplyExactly(number, factor.value) };
}

/** What makes an ordinal of figures: "th", ".º"; undefined for a language that is not known to have such. */
function ordinalAfter({ ordinalSigns = [] }: LocaleWords): RegExp | undefined {
  if (ordinalSigns.length === 0) return undefined;
  return new RegExp(`^\\.?(?:${anyOf(ordinalSigns)})(?![\\p{L}\\p{Nd}])`, 'u');
}

function readings(
  read: ReturnType<ReturnType<typeof createNumberReader>['readLeading']>,
  text: string,
): Pick<TextValue, 'value' | 'foreign'> {
  if (read?.ok) return { value: read.number, foreign: undefined };
  const { first, second, reading } = read?.values ?? {};
  if (second !== undefined) return { value: String(second), foreign: String(first) };
  if (reading !== undefined) return { value: undefined, foreign: String(reading) };
  // No number, such as "1.2.3": it is compared as it is written.
  return { value: toAsciiDigits(text), foreign: undefined };
}

/** A year of two figures after a dash belongs to the century of the year before it. */
function completeYears(text: string, found: TextValue[]): void {
  for (const [index, year] of found.entries()) {
    const end = found[index + 1];
    if (!end?.value || !/^[12]\d{3}$/.test(year.value ?? '')) continue;
    if (!/^[-–]$/.test(text.slice(year.end, end.start)) || end.end - end.start !== 2) continue;
    const [century, last] = [year.value?.slice(0, 2) ?? '', year.value?.slice(2) ?? ''];
    const short = text.slice(end.start, end.end);
    if (/^\d\d$/.test(short) && short > last) end.value = century + short;
  }
}
