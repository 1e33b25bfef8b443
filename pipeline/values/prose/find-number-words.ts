import type { TextValue } from '../../model.ts';
import { powerOfTen } from '../fraction.ts';
import type { TextWord, TextWords } from '../list-words.ts';
import type { LocaleWords } from '../locale-words.ts';
import { readMeasures } from '../measure-readings.ts';
import { multiplyExactly } from '../numerals.ts';
import { canAdd, createCardinalReader } from '../read-cardinal.ts';
import { createScaleWords } from '../scale-words.ts';
import { createRomanFinder, isEndOfName } from './find-roman.ts';
import { foundValue } from './found-value.ts';

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
  const findRoman = createRomanFinder(words);
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
    // "Tres cuartas partes"; "la cuarta parte" is a quarter, and may be the fourth of several.
    const share = ordinal && readShare(text, list, next, ordinal, parts);
    if (cardinal && ordinal && share !== undefined) {
      return {
        form: 'fraction',
        value: multiplied(share, cardinal.value),
        others: cardinal.value === 1 ? [String(ordinal.value)] : [],
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
      ...(share === undefined ? [] : sharesOf(multiplied(share, 1))),
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
      // "World War Two" has its number as "World War II" has it.
      const isNamed = form === 'cardinal' && length === 1 && isEndOfName(text, start, end);
      add(foundValue({ form: isNamed ? 'roman' : form, start, end, value: whole, others, isCertain }));
      while (list[at + 1] !== undefined && (list[at + 1]?.start ?? end) < end) at += 1;
    }
    return found;
  };
}

/** The part of a whole that an ordinal is with the word behind it: "cuarta parte". */
function readShare(
  text: string,
  list: TextWord[],
  at: number,
  { value, length }: { value: number; length: number },
  parts: ReadonlySet<string>,
): string | undefined {
  const [last, behind] = [list[at + length - 1], list[at + length]];
  if (value < 2 || !behind || !parts.has(behind.key)) return undefined;
  return /^[- \u00a0]$/.test(text.slice(last?.end, behind.start)) ? `1/${value}` : undefined;
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

/** A part of a whole, and that in whichever unit: "0.25", "measure 0.25 share". */
function sharesOf(value: string): string[] {
  return [value, ...readMeasures({ form: 'fraction', value, units: [] })];
}

/** A number of parts: two of "1/3" are "2/3". */
function multiplied(part: string, count: number): string {
  return multiplyExactly(part, { numerator: BigInt(count), denominator: 1n }) ?? part;
}
