import type { TextValue } from '../model.ts';
import type { LocaleWords } from './locale-words.ts';

const word = /\p{L}[\p{L}\p{M}]*/gu;

/** A numeral by the rules of subtraction; one letter is an initial or a pronoun, but for V and X. */
const roman =
  /(?<![\p{L}\p{Nd}.-])(?=[VX](?![\p{L}\p{Nd}.])|[IVXLCDM]{2})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\p{L}\p{Nd}])/gu;

const romanFigures: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

interface Word {
  key: string;
  start: number;
  end: number;
}

/** Finds numbers in words ("twenty-five", "dos mil"), ordinals, decades and Roman numerals. */
export function createNumberWordFinder(tag: string, words: LocaleWords): (text: string) => TextValue[] {
  const ordinals = words.ordinals ?? {};
  const joiners = words.joiners ?? [];
  const decades = Object.entries(words.decades ?? {}).sort(([a], [b]) => b.length - a.length);
  const lower = (text: string): string => text.normalize('NFC').toLocaleLowerCase(tag);
  const find = (table: Record<string, number>, key: string | undefined): number | undefined =>
    key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;

  /** The cardinal that begins at a word: its value and how many words it has. */
  const readCardinal = (
    list: Word[],
    first: number,
    text: string,
  ): { value: number; length: number } | undefined => {
    let [total, current, last, at] = [0, 0, 0, first];
    for (;;) {
      const isLinked = at === first || /^[ \u00a0-]$/.test(text.slice(list[at - 1]?.end, list[at]?.start));
      const number = isLinked ? find(words.numbers, list[at]?.key) : undefined;
      const scale = isLinked && number === undefined ? find(words.scales, list[at]?.key) : undefined;
      if (number !== undefined && (at === first || canAdd(current || total, number))) {
        current += number;
      } else if (scale !== undefined && (at > first || scale === 3)) {
        const factor = 10 ** scale;
        if (scale < 3) current = (current || 1) * factor;
        else if (current === 0 && total > 0) total *= factor;
        else [total, current] = [total + (current || 1) * factor, 0];
      } else if (isLinked && at > first && joiners.includes(list[at]?.key ?? '')) {
        const next = find(words.numbers, list[at + 1]?.key);
        if (next === undefined || !canAdd(current || total, next)) break;
        at += 1;
        continue;
      } else break;
      at += 1;
      last = at;
    }
    return last > first ? { value: total + current, length: last - first } : undefined;
  };

  return (text) => {
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
    const low = lower(text);
    // Lower case may be longer than the text ("İ"): then places would be wrong.
    const hasPlaces = low.length === text.length;
    for (const [phrase, year] of hasPlaces ? decades : []) {
      for (let at = low.indexOf(phrase); at >= 0; at = low.indexOf(phrase, at + 1)) {
        const around = (low[at - 1] ?? ' ') + (low[at + phrase.length] ?? ' ');
        if (!/[\p{L}\p{Nd}]/u.test(around)) add('cardinal', at, at + phrase.length, year);
      }
    }
    for (const { 0: numeral, index } of text.matchAll(roman)) {
      if (numeral !== '') add('roman', index, index + numeral.length, readRoman(numeral));
    }
    const list = [...text.matchAll(word)].map(({ 0: own, index }): Word => {
      const end = index + own.length;
      return { key: hasPlaces ? low.slice(index, end) : lower(own), start: index, end };
    });
    for (let at = 0; at < list.length; at += 1) {
      const start = list[at]?.start ?? 0;
      const cardinal = readCardinal(list, at, text);
      const ordinal = cardinal ? undefined : find(ordinals, list[at]?.key);
      // "Twenty-first": the tens of an ordinal.
      const last = cardinal && list[at + cardinal.length];
      const unit = text[(last?.start ?? 0) - 1] === '-' ? find(ordinals, last?.key) : undefined;
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

/** "twenty" takes "five", "hundred" takes "twenty"; "five" takes nothing. */
function canAdd(value: number, next: number): boolean {
  if (value <= 0 || next <= 0) return false;
  let place = 1;
  while (value % (place * 10) === 0) place *= 10;
  return place > 1 && next < place;
}

function readRoman(numeral: string): number {
  const figures = [...numeral].map((letter) => romanFigures[letter] ?? 0);
  return figures.reduce((sum, figure, at) => sum + (figure < (figures[at + 1] ?? 0) ? -figure : figure), 0);
}
