import type { TextValue } from '../../model.ts';
import { anyOf } from '../any-of.ts';
import { ignoringCase } from '../ignoring-case.ts';
import type { LocaleWords } from '../locale-words.ts';
import { readRoman } from '../read-roman.ts';
import { foundValue } from './found-value.ts';

/** A numeral by the rules of subtraction; one letter is an initial or a pronoun, but for V and X. */
const roman =
  /(?<![\p{L}\p{Nd}.-])(?=[VX](?![\p{L}\p{Nd}.])|[IVXLCDM]{2})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\p{L}\p{Nd}])/gu;

/** One letter that is a numeral only behind a name. */
const romanOne = /(?<![\p{L}\p{Nd}.-])I(?![\p{L}\p{Nd}'’-])/gu;

/** The end of a name that a number may go on: the "War" of "World War I"; a capital alone may be that of a sentence. */
const nameBefore = /[\p{L}\p{Nd},][\s\u00a0]\p{Lu}\p{L}+[\s\u00a0]$/u;

/** Numerals that are signs of their own (https://www.unicode.org/charts/PDF/U2150.pdf): "Ⅻ". */
const romanSigns = /[\u2160-\u217f]+/g;

/** Makes the finder of Roman numerals; "I" is one behind a name, or behind a word that has such ("siglo I"). */
export function createRomanFinder({
  labels = [],
  numeralNames = [],
}: LocaleWords): (text: string) => TextValue[] {
  const words = anyOf([...labels, ...numeralNames]);
  const wordBefore = words === '' ? undefined : ignoringCase(`(?<!\\p{L})(?:${words})[\\s\u00a0]$`);
  const isNumeral = (before: string): boolean =>
    nameBefore.test(before) || (wordBefore?.test(before) ?? false);
  return (text) => [
    ...findSure(text),
    ...[...text.matchAll(romanOne)]
      .filter(({ index }) => isNumeral(text.slice(Math.max(0, index - 30), index)))
      .map(({ index: start }) =>
        foundValue({ form: 'roman', start, end: start + 1, value: '1', isCertain: false }),
      ),
  ];
}

/** Numerals of several letters, and signs. */
function findSure(text: string): TextValue[] {
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

/** Whether a capitalised word at a place goes on a name and ends it; in a title all words have capitals. */
export function isEndOfName(text: string, start: number, end: number): boolean {
  if (!/^\p{Lu}/u.test(text.slice(start)) || /^[\s-]\p{Lu}/u.test(text.slice(end))) return false;
  return nameBefore.test(text.slice(Math.max(0, start - 30), start));
}
