import type { Language, TextRange, TextValue, Vocabulary } from '../model.ts';
import type { ReadsCldr } from './cldr-locale.ts';
import { shiftDecimal } from './decimal.ts';
import { powerOfTen } from './fraction.ts';
import { createWordList } from './list-words.ts';
import type { LocaleWords } from './locale-words.ts';
import { multiplyExactly } from './numerals.ts';
import { addHalves } from './prose/add-halves.ts';
import { createClockFinder, hoursOf } from './prose/find-clock-times.ts';
import { createDecadeFinder, createDecadeReading } from './prose/find-decades.ts';
import { createEraFinder } from './prose/find-eras.ts';
import { createFigureFinder } from './prose/find-figures.ts';
import { createHemisphereFinder } from './prose/find-hemispheres.ts';
import { createMonthFinder } from './prose/find-months.ts';
import { createNumberWordFinder } from './prose/find-number-words.ts';
import { createRatioFinder } from './prose/find-ratios.ts';
import { createRelationFinder } from './prose/find-relation.ts';
import { createUnitFinder } from './prose/find-unit.ts';
import { createWeekdayFinder } from './prose/find-weekdays.ts';
import { createLabelMarker } from './prose/mark-labels.ts';
import { createNegation } from './prose/negate.ts';
import { createNumberReader } from './read-number.ts';
import { createScaleSigns } from './scale-signs.ts';
import { gatherUnitForms } from './unit-forms.ts';

/** Finds the values of a running text, in the order of the text; none overlaps another. */
export type ValueFinder = (text: string) => TextValue[];

/**
 * Makes the finder of one edition: numbers in figures and in words with their units and what limits them, fractions, ratios,
 * ordinals, decades, Roman numerals, names in figures ("Table 2.1"), clock times, months, days of the week, eras, hemispheres.
 *
 * @param tag decides how figures are read ("es-PE"); @param words locales/<language>/values.json
 * @param cldr CLDR's units and currencies; without them those of the project are found
 */
export function createValueFinder(
  tag: string,
  language: Language,
  words: LocaleWords,
  vocabulary: Vocabulary,
  cldr: ReadsCldr,
): ValueFinder {
  const findMonths = createMonthFinder(tag, language, words);
  const findCalendar = [createWeekdayFinder(tag, language, words), createDecadeFinder(words)];
  const findTimes = [createClockFinder(words), createEraFinder(words), createHemisphereFinder(words)];
  const findRatios = createRatioFinder(createNumberReader(tag, words));
  const findFigures = createFigureFinder(tag, words, createScaleSigns(tag, words, cldr));
  const markLabels = createLabelMarker(words);
  const findWords = createNumberWordFinder(words);
  const findUnit = createUnitFinder(
    tag,
    words.connectors ?? [],
    gatherUnitForms(tag, words, vocabulary, cldr),
  );
  const findRelation = createRelationFinder(words);
  const negate = createNegation(words);
  const readAsDecade = createDecadeReading(words);
  const listWords = createWordList(tag);
  const isRange = createRangeTest(words);

  return (text) => {
    const list = listWords(text);
    const hasFigures = /[\p{Nd}\p{No}]/u.test(text);
    const taken: TextValue[] = [];
    // What an address says is its own: it is compared letter by letter elsewhere.
    const addresses = [...text.matchAll(address)].map(({ 0: found, index: start }) => ({
      start,
      end: start + found.length,
    }));
    const take = (found: TextValue[]): TextValue[] => {
      const free = withoutOverlaps([...addresses, ...taken], found);
      taken.push(...free);
      return free;
    };
    take(findMonths(text, list));
    for (const find of findCalendar) take(find(text, list));
    for (const find of findTimes) take(find(text));
    if (hasFigures) take(findRatios(text));
    const figures = hasFigures ? take(findFigures(text)) : [];
    markLabels(text, figures);
    const units = figures.map((number) => addUnit(text, number, findUnit));
    // "por ciento" has no number.
    const spelled: TextValue[] = [];
    for (const number of withoutOverlaps(taken, findWords(text, list)).sort(byStart)) {
      if (withoutOverlaps(units, [number]).length === 0) continue;
      spelled.push(...take([number]));
      units.push(addUnit(text, number, findUnit));
    }
    const numbers = addHalves(text, [...figures, ...spelled].sort(byStart), words);
    for (const number of numbers) {
      if (number.units.length === 0) units.push(addUnit(text, number, findUnit));
      const whole = withUnit(number, units);
      Object.assign(number, findRelation(text, whole));
      negate(text, number, whole);
      if (isInWord(text, number)) number.isCertain = false;
      readAsDecade(text, number);
    }
    const counted = new Set([...figures, ...spelled]);
    const values = [...taken.filter((value) => !counted.has(value)), ...numbers].sort(byStart);
    joinNeighbors(text, values, isRange);
    return values;
  };
}

/** An address of the web or of mail, as people write it. */
const address = /(?:https?:\/\/|www\.)[^\s<>"”»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

function byStart(a: TextRange, b: TextRange): number {
  return a.start - b.start;
}

function withoutOverlaps<T extends TextRange>(taken: readonly TextRange[], found: T[]): T[] {
  return found.filter(({ start, end }) => !taken.some((one) => one.start < end && start < one.end));
}

/** "3-dimensional" is a word, and another language's may have the number within: "tridimensional". */
function isInWord(text: string, { value = '', end, units, form }: TextValue): boolean {
  return (
    form === 'figures' && /^[1-9]$/.test(value) && units.length === 0 && /^-\p{Ll}{3}/u.test(text.slice(end))
  );
}

/** Gives a number its unit; the range is that of the unit. */
function addUnit(text: string, number: TextValue, findUnit: ReturnType<typeof createUnitFinder>): TextRange {
  const none = { start: number.end, end: number.end };
  // "u16s" is a name.
  if (/\p{L}$/u.test(text.slice(Math.max(0, number.start - 2), number.start))) return none;
  if (!['figures', 'cardinal', 'fraction'].includes(number.form)) return none;
  const { units, unitWords, isUnitSign, start, end } = findUnit(text, number);
  // "18 h" may be a time as well as a duration.
  const others = units.includes('hour') ? [...number.others, ...hoursOf(number.value, false)] : number.others;
  Object.assign(number, { units, unitWords, isUnitSign, others });
  return { start, end };
}

/** The range of a number with the unit before or behind it. */
function withUnit({ start, end }: TextValue, units: readonly TextRange[]): TextRange {
  const near = units.filter(
    (unit) => unit.end > unit.start && unit.start - end <= 4 && start - unit.end <= 2,
  );
  return {
    start: Math.min(start, ...near.filter((unit) => unit.end <= start).map((unit) => unit.start)),
    end: Math.max(end, ...near.filter((unit) => unit.start >= end).map((unit) => unit.end)),
  };
}

/** What may stand between two numbers with one unit: a dash, a comma, one or two short words. */
const sharing = /^(?:\s?[-–—,/]\s?|,?\s\p{L}{1,5}\s(?:\p{L}{1,3}\s)?)$/u;

/** Tells each value what it has of the next: its unit, the half of the day, and that a range ends there. */
function joinNeighbors(text: string, values: TextValue[], isRange: (between: string) => boolean): void {
  for (let index = values.length - 2; index >= 0; index -= 1) {
    const [value, next] = [values[index], values[index + 1]];
    if (!value || !next) continue;
    const between = text.slice(value.end, next.start);
    value.isRangeStart = isRange(between.replace(value.unitWords, ''));
    if (!sharing.test(between)) continue;
    if (value.units.length === 0) value.sharedUnits = next.units.length > 0 ? next.units : next.sharedUnits;
    // "De 10 a 15 millones".
    if (value.isRangeStart) value.others = [...value.others, ...scaledAs(value, next, text)];
    // "From 6 to 10 p.m.", "das 18 às 22h".
    if (next.form === 'clock') value.others = [...value.others, ...hoursOf(value.value, true)];
    else if (next.others.some((other) => other.endsWith(':00')))
      value.others = [...value.others, ...hoursOf(value.value, false)];
  }
}

/** A small number as the thousands or millions that the end of its range is in words. */
function scaledAs({ value = '' }: TextValue, next: TextValue, text: string): string[] {
  const isPlain = /^\d{1,3}(?:\.\d+)?$/;
  if (!isPlain.test(value) || !/\p{L}/u.test(text.slice(next.start, next.end))) return [];
  return [3, 6, 9, 12].flatMap((exponent) => {
    const { numerator: factor } = powerOfTen(exponent);
    const part = multiplyExactly(next.value ?? '', { numerator: 1n, denominator: factor }) ?? '';
    return isPlain.test(part) && !part.startsWith('0') ? [shiftDecimal(value, exponent)] : [];
  });
}

/** Makes the test for what stands between the two ends of a range: a dash, or a word of the language. */
function createRangeTest({ ranges = [] }: LocaleWords): (between: string) => boolean {
  const inside = new Set(ranges.map(([, word]) => word));
  return (between) => /^\s?[-–—]\s?$/.test(between) || inside.has(between.trim().toLowerCase());
}
