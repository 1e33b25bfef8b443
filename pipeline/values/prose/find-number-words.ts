import type { TextValue } from '../../model.ts';
import { powerOfTen } from '../fraction.ts';
import type { TextWord, TextWords } from '../list-words.ts';
import type { LocaleWords } from '../locale-words.ts';
import { multiplyExactly } from '../numerals.ts';
import { canAdd, createCardinalReader } from '../read-cardinal.ts';
import { readRoman } from '../read-roman.ts';
import { createScaleWords } from '../scale-words.ts';
import { foundValue } from './found-value.ts';

/** A numeral by the rules of subtraction; one letter is an initial or a pronoun, but for V and X. */
const roman =
  /(?<![\p{L}\p{Nd}.-])(?=[VX](?![\p{L}\p{Nd}.])|[IVXLCDM]{2})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\p{L}\p{Nd}])/gu;

/** Numerals that are signs of their own (https://www.unicode.org/charts/PDF/U2150.pdf): "Ⅻ". */
const romanSigns = /[\u2160-\u217f]+/g;

/** Short words that may stand between a fraction and what it is of: none, "a", "de un". */
const shortWords = [/^/, /^\s\p{L}{1,3}(?=\s)/u, /^(?:\s\p{L}{1,3}){2}(?=\s)/u];

/** A number in words at a word of a text: its form, its value, and how many words it has. */
interface Spelled {
  form: 'cardinal' | 'ordinal' | 'fraction';
  value: string;
  others?: string[];
  length: number;
}

/** Finds numbers in words ("twenty-five", "dos mil"), ordinals, fractions and Roman numerals. */
export function createNumberWordFinder(
  tag: string,
  words: LocaleWords,
): (text: string, own: TextWords) => TextValue[] {
  const { ordinals = {}, fractions = {}, weekdays = {} } = words;
  const readCardinal = createCardinalReader(words);
  const readOrdinal = createOrdinalReader(ordinals);
  const readScaleWords = createScaleWords(tag, words);
  const known = new Set(
    [words.numbers, words.scales, ordinals, fractions]
      .flatMap(Object.keys)
      .concat(words.joiners ?? [], words.parts ?? []),
  );
  const parts = new Set(words.parts);

  const read = (text: string, list: TextWord[], at: number): Spelled | undefined => {
    const cardinal = readCardinal(text, list, at);
    const next = at + (cardinal?.length ?? 0);
    const isLinked =
      cardinal === undefined || /^[- \u00a0]$/.test(text.slice(list[next - 1]?.end, list[next]?.start));
    const key = list[next]?.key ?? '';
    const part = isLinked && Object.hasOwn(fractions, key) ? fractions[key] : undefined;
    const ordinal = isLinked ? readOrdinal(text, list, next) : undefined;
    // "Tres cuartas partes".
    const behind = cardinal && ordinal ? list[next + ordinal.length] : undefined;
    if (cardinal && cardinal.value > 1 && ordinal && behind && parts.has(behind.key)) {
      const share = `1/${ordinal.value}`;
      if (/^[- \u00a0]$/.test(text.slice(list[next + ordinal.length - 1]?.end, behind.start)))
        return {
          form: 'fraction',
          value: multiplied(share, cardinal.value),
          length: cardinal.length + ordinal.length + 1,
        };
    }
    if (cardinal && part !== undefined && !isShareOfNothing(cardinal.value, part)) {
      // "Un cuarto" may be a room, and "a third" the third.
      const others = ordinal && cardinal.value === 1 ? [String(ordinal.value)] : [];
      return {
        form: 'fraction',
        value: multiplied(part, cardinal.value),
        others,
        length: cardinal.length + 1,
      };
    }
    if (cardinal && ordinal && canAdd(cardinal.value, ordinal.value)) {
      const value = String(cardinal.value + ordinal.value);
      return { form: 'ordinal', value, length: cardinal.length + ordinal.length };
    }
    if (cardinal) return { form: 'cardinal', value: String(cardinal.value), length: cardinal.length };
    if (part !== undefined && !ordinal) return { form: 'fraction', value: multiplied(part, 1), length: 1 };
    if (!ordinal) return undefined;
    // "Segunda" is the second, and Monday.
    const weekday = ordinal.length === 1 && Object.hasOwn(weekdays, key) ? weekdays[key] : undefined;
    const others = [
      ...(part === undefined ? [] : [multiplied(part, 1)]),
      ...(weekday ? [`weekday ${weekday}`] : []),
    ];
    return { form: 'ordinal', value: String(ordinal.value), others, length: ordinal.length };
  };

  /** What a fraction is of: the million of "half a million" and of "un cuarto de millón". */
  const readPart = (rest: string): { exponent: number; length: number } | undefined => {
    for (const short of shortWords) {
      const skipped = short.exec(rest)?.[0].length;
      if (skipped === undefined) continue;
      const { exponent, length } = readScaleWords(rest.slice(skipped));
      if (exponent >= 3) return { exponent, length: skipped + length };
    }
    return undefined;
  };

  return (text, { words: all }) => {
    // "six_" is a name.
    const isName = ({ start, end }: TextWord): boolean => text[start - 1] === '_' || text[end] === '_';
    const list = all.filter((each) => known.has(each.key) && !isName(each));
    const found: TextValue[] = [];
    const add = (value: TextValue): void => {
      if (!found.some((one) => one.start < value.end && value.start < one.end)) found.push(value);
    };
    for (const numeral of findRoman(text)) add(numeral);
    for (let at = 0; at < list.length; at += 1) {
      const spelled = read(text, list, at);
      if (!spelled) continue;
      const { form, value, others = [], length } = spelled;
      const [start, wordsEnd] = [list[at]?.start ?? 0, list[at + length - 1]?.end ?? 0];
      const power = form === 'fraction' ? readPart(text.slice(wordsEnd, wordsEnd + 40)) : undefined;
      const end = wordsEnd + (power?.length ?? 0);
      // Two may be "both", and one an article.
      const isCertain = form === 'cardinal' && Number(value) > 2;
      const whole = power ? multiplyExactly(value, powerOfTen(power.exponent)) : value;
      add(foundValue({ form, start, end, value: whole, others, isCertain }));
      while (list[at + 1] !== undefined && (list[at + 1]?.start ?? end) < end) at += 1;
    }
    return found;
  };
}

function findRoman(text: string): TextValue[] {
  const read = (pattern: RegExp, isCertain: boolean): TextValue[] =>
    [...text.matchAll(pattern)].flatMap(({ 0: numeral, index: start }) => {
      const value = readRoman(numeral.normalize('NFKC').toUpperCase());
      if (numeral === '' || value === undefined) return [];
      return [
        foundValue({ form: 'roman', start, end: start + numeral.length, value: String(value), isCertain }),
      ];
    });
  return [...read(roman, false), ...read(romanSigns, true)];
}

/** Makes the reader of ordinals, of several words where they grow smaller: "vigésima primera". */
function createOrdinalReader(
  ordinals: Record<string, number>,
): (text: string, list: TextWord[], first: number) => { value: number; length: number } | undefined {
  const valueAt = (list: TextWord[], at: number): number | undefined => {
    const key = list[at]?.key;
    return key !== undefined && Object.hasOwn(ordinals, key) ? ordinals[key] : undefined;
  };
  return (text, list, first) => {
    let value = valueAt(list, first);
    if (value === undefined) return undefined;
    let at = first + 1;
    for (; ; at += 1) {
      const next = valueAt(list, at);
      const isLinked = /^[- \u00a0]$/.test(text.slice(list[at - 1]?.end, list[at]?.start));
      if (next === undefined || !isLinked || !canAdd(value, next)) break;
      value += next;
    }
    return { value, length: at - first };
  };
}

/** "Two halves" are one, but nobody has five thirds: those are the third of five. */
function isShareOfNothing(count: number, part: string): boolean {
  return count === 0 || count > Number(part.split('/')[1]);
}

/** A number of parts: two of "1/3" are "2/3". */
function multiplied(part: string, count: number): string {
  return multiplyExactly(part, { numerator: BigInt(count), denominator: 1n }) ?? part;
}
