import type { Language, TextRange, TextValue, Vocabulary } from '../model.ts';
import { createFigureFinder } from './find-figures.ts';
import { createMonthFinder } from './find-months.ts';
import { createNumberWordFinder } from './find-number-words.ts';
import { createUnitFinder } from './find-unit.ts';
import { createWordList } from './list-words.ts';
import type { LocaleWords } from './locale-words.ts';

/** Finds the numbers and months of a running text, in the order of the text; none overlaps another. */
export type ValueFinder = (text: string) => TextValue[];

/**
 * Makes the finder of one edition: figures, numbers in words, ordinals, decades, Roman numerals, and months, with units.
 *
 * @param tag decides how figures are read ("es-PE"); @param words locales/<language>/values.json
 */
export function createValueFinder(
  tag: string,
  language: Language,
  words: LocaleWords,
  vocabulary: Vocabulary,
): ValueFinder {
  const findMonths = createMonthFinder(tag, language);
  const findFigures = createFigureFinder(tag, words);
  const findWords = createNumberWordFinder(words);
  const findUnit = createUnitFinder(tag, words, vocabulary);
  const listWords = createWordList(tag);
  return (text) => {
    const list = listWords(text);
    const hasFigures = /\p{Nd}/u.test(text);
    const months = findMonths(text, list);
    const figures = hasFigures ? withoutOverlaps(months, findFigures(text)) : [];
    const units: TextRange[] = [];
    const addUnit = (number: TextValue): void => {
      const { unit, isUnitSign, start, end } = findUnit(text, number);
      Object.assign(number, { unit, isUnitSign });
      units.push({ start, end });
    };
    figures.forEach(addUnit);
    // "por ciento" has no number.
    const spelled = withoutOverlaps([...months, ...figures, ...units], findWords(text, list));
    spelled.forEach(addUnit);
    const numbers = [...figures, ...spelled].sort(byStart);
    shareUnits(text, numbers);
    return [...months, ...numbers].sort(byStart);
  };
}

function byStart(a: TextValue, b: TextValue): number {
  return a.start - b.start;
}

function withoutOverlaps(taken: TextRange[], found: TextValue[]): TextValue[] {
  return found.filter(({ start, end }) => !taken.some((one) => one.start < end && start < one.end));
}

/** What may stand between two numbers with one unit: a dash, a comma, one or two short words. */
const sharing = /^(?:\s?[-–—,/]\s?|,?\s\p{L}{1,5}\s(?:\p{L}{1,3}\s)?)$/u;

function shareUnits(text: string, numbers: TextValue[]): void {
  for (let index = numbers.length - 2; index >= 0; index -= 1) {
    const [number, next] = [numbers[index], numbers[index + 1]];
    if (!number || !next || number.unit !== undefined) continue;
    if (sharing.test(text.slice(number.end, next.start))) number.sharedUnit = next.unit ?? next.sharedUnit;
  }
}
