import type { TextValue } from '../model.ts';
import type { TextWords } from './list-words.ts';
import type { LocaleWords } from './locale-words.ts';
import { canAdd, createCardinalReader } from './read-cardinal.ts';

/** A numeral by the rules of subtraction; one letter is an initial or a pronoun, but for V and X. */
const roman =
  /(?<![\p{L}\p{Nd}.-])(?=[VX](?![\p{L}\p{Nd}.])|[IVXLCDM]{2})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\p{L}\p{Nd}])/gu;

const romanFigures: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** Finds numbers in words ("twenty-five", "dos mil"), ordinals, decades and Roman numerals. */
export function createNumberWordFinder(words: LocaleWords): (text: string, own: TextWords) => TextValue[] {
  const ordinals = words.ordinals ?? {};
  const decades = Object.entries(words.decades ?? {})
    .filter(([phrase]) => phrase !== '')
    .sort(([a], [b]) => b.length - a.length);
  const readCardinal = createCardinalReader(words);
  const known = new Set(
    [words.numbers, words.scales, ordinals].flatMap(Object.keys).concat(words.joiners ?? []),
  );
  const find = (table: Record<string, number>, key: string | undefined): number | undefined =>
    key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;

  return (text, { words: all, low }) => {
    const list = all.filter(({ key }) => known.has(key));
    const found: TextValue[] = [];
    const add = (form: TextValue['form'], start: number, end: number, value: number): void => {
      if (found.some((one) => one.start < end && start < one.end)) return;
      found.push({
        form,
        start,
        end,
        value: String(value),
        foreign: undefined,
        unit: undefined,
        sharedUnit: undefined,
        isUnitSign: false,
        // Two may be "both", and one an article.
        isCertain: form === 'cardinal' && value > 2,
      });
    };
    for (const [phrase, year] of decades) {
      for (let at = low.indexOf(phrase); at >= 0; at = low.indexOf(phrase, at + 1)) {
        const around = (low[at - 1] ?? ' ') + (low[at + phrase.length] ?? ' ');
        if (!/[\p{L}\p{Nd}]/u.test(around)) add('cardinal', at, at + phrase.length, year);
      }
    }
    for (const { 0: numeral, index } of text.matchAll(roman)) {
      if (numeral !== '') add('roman', index, index + numeral.length, readRoman(numeral));
    }
    for (let at = 0; at < list.length; at += 1) {
      const start = list[at]?.start ?? 0;
      const cardinal = readCardinal(text, list, at);
      const ordinal = cardinal ? undefined : find(ordinals, list[at]?.key);
      // "Twenty-first": the tens of an ordinal.
      const last = cardinal && list[at + cardinal.length];
      const gap = text.slice(list[at + (cardinal?.length ?? 1) - 1]?.end, last?.start);
      const unit = /^[- ]$/.test(gap) ? find(ordinals, last?.key) : undefined;
      if (cardinal && last && unit !== undefined && canAdd(cardinal.value, unit)) {
        at += cardinal.length;
        add('ordinal', start, last.end, cardinal.value + unit);
      } else if (cardinal) {
        at += cardinal.length - 1;
        add('cardinal', start, list[at]?.end ?? start, cardinal.value);
      } else if (ordinal !== undefined) add('ordinal', start, list[at]?.end ?? start, ordinal);
    }
    return found;
  };
}

function readRoman(numeral: string): number {
  const figures = [...numeral].map((letter) => romanFigures[letter] ?? 0);
  return figures.reduce((sum, figure, at) => sum + (figure < (figures[at + 1] ?? 0) ? -figure : figure), 0);
}
