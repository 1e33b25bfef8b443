import type { Language, TextRange, TextValue, Vocabulary } from '../model.ts';
import { anyOf } from './any-of.ts';
import type { ReadsCldr } from './cldr-locale.ts';
import { shiftDecimal } from './decimal.ts';
import { powerOfTen } from './fraction.ts';
import { createWordList } from './list-words.ts';
import type { LocaleWords } from './locale-words.ts';
import { readMeasures } from './measure-readings.ts';
import { multiplyExactly } from './numerals.ts';
import { createHalfAdder } from './prose/add-halves.ts';
import { createQuantityAdder } from './prose/add-quantities.ts';
import { createClockFinder, createHourTest, hoursOf } from './prose/find-clock-times.ts';
import { createDecadeFinder, createDecadeReading } from './prose/find-decades.ts';
import { createEraFinder } from './prose/find-eras.ts';
import { createFigureFinder } from './prose/find-figures.ts';
import { createHemisphereFinder } from './prose/find-hemispheres.ts';
import { createMonthFinder } from './prose/find-months.ts';
import { createNumberWordFinder } from './prose/find-number-words.ts';
import { createRateFinder } from './prose/find-rates.ts';
import { createRatioFinder } from './prose/find-ratios.ts';
import { createRelationFinder } from './prose/find-relation.ts';
import { createScriptFinder } from './prose/find-scripts.ts';
import { createUnitFinder } from './prose/find-unit.ts';
import { createWeekdayFinder } from './prose/find-weekdays.ts';
import { createShareJoiner } from './prose/join-shares.ts';
import { createLabelMarker } from './prose/mark-labels.ts';
import { createNegation } from './prose/negate.ts';
import { createNumberReader } from './read-number.ts';
import { createScaleSigns } from './scale-signs.ts';
import { gatherUnitForms } from './unit-forms.ts';

/** Finds the values of a running text, in the order of the text; none overlaps another. Rates and scripts come last. */
export type ValueFinder = (text: string) => TextValue[];

/**
 * Makes the finder of one edition: numbers in figures and in words with their units and what limits them, fractions, ratios,
 * ordinals, decades, Roman numerals, names in figures ("Table 2.1"), clock times, months, days of the week, rates, eras, hemispheres,
 * powers and indices of letters ("x²", "CO₂").
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
  const findUnit = createUnitFinder(
    tag,
    words.connectors ?? [],
    gatherUnitForms(tag, words, vocabulary, cldr),
  );
  const findMonths = createMonthFinder(tag, language, words, findUnit);
  const findCalendar = [createWeekdayFinder(tag, language, words), createDecadeFinder(words)];
  const findTimes = [createClockFinder(words, tag), createEraFinder(words), createHemisphereFinder(words)];
  const findRatios = createRatioFinder(createNumberReader(tag, words));
  const findFigures = createFigureFinder(tag, words, createScaleSigns(tag, words, cldr));
  const markLabels = createLabelMarker(words);
  const findWords = createNumberWordFinder(tag, words);
  const findRelation = createRelationFinder(words);
  const negate = createNegation(words);
  const readAsDecade = createDecadeReading(words);
  const addQuantities = createQuantityAdder(words);
  const joinShares = createShareJoiner(words);
  const addHalves = createHalfAdder(words);
  const findRates = createRateFinder(words);
  const findScripts = createScriptFinder(words);
  const isHour = createHourTest(words);
  const listWords = createWordList(tag);
  const isRange = createRangeTest(words);

  return (text) => {
    const list = listWords(text);
    const hasFigures = /[\p{Nd}\p{No}]/u.test(text);
    const taken: TextValue[] = [];
    const cover = createCover(text);
    // What an address says is its own: it is compared letter by letter elsewhere.
    for (const { 0: found, index: start } of text.matchAll(address))
      cover.add({ start, end: start + found.length });
    const take = (found: TextValue[]): TextValue[] => {
      const free = found.filter(cover.isFree);
      free.forEach(cover.add);
      taken.push(...free);
      return free;
    };
    take(findMonths(text, list));
    for (const find of findCalendar) take(find(text, list));
    for (const find of findTimes) take(find(text));
    const scripts = findScripts(text, list).filter(cover.isFree);
    scripts.forEach(cover.add);
    const ratios = hasFigures ? take(findRatios(text)) : [];
    const figures = hasFigures ? take(findFigures(text)) : [];
    markLabels(text, figures, ratios);
    const units = new Map<TextValue, TextRange>();
    const unitCover = createCover(text);
    const addUnit = (number: TextValue): void => {
      const unit = takeUnit(text, number, findUnit);
      if (!unit) return;
      units.set(number, unit);
      unitCover.add(unit);
    };
    figures.forEach(addUnit);
    const spelled: TextValue[] = [];
    for (const number of findWords(text, list).filter(cover.isFree).sort(byStart)) {
      // "por ciento" has no number.
      if (!unitCover.isFree(number)) continue;
      spelled.push(...take([number]));
      addUnit(number);
    }
    const counts = addQuantities(text, list, [...figures, ...spelled].sort(byStart));
    const numbers = joinShares(text, addHalves(text, counts));
    for (const number of numbers) {
      if (number.units.length === 0) addUnit(number);
      const whole = withUnit(number, units.get(number));
      Object.assign(number, findRelation(text, whole));
      negate(text, number, whole);
      if (isInWord(text, number)) number.isCertain = false;
      readAsDecade(text, number);
      const isAlone = number.units.length === 0 && (number.form === 'figures' || number.form === 'cardinal');
      const hours = isAlone && isHour(text, number.start) ? hoursOf(number.value, true) : [];
      number.others = [...number.others, ...hours, ...readMeasures(number)];
    }
    const counted = new Set([...figures, ...spelled]);
    const values = [...taken.filter((value) => !counted.has(value)), ...numbers].sort(byStart);
    joinNeighbors(text, values, isRange);
    // They stand beside numbers, and are no neighbours of theirs.
    return [...values, ...findRates(list), ...scripts.filter(unitCover.isFree)];
  };
}

/** An address of the web or of mail, as people write it. */
const address = /(?:https?:\/\/|www\.)[^\s<>"”»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

function byStart(a: TextRange, b: TextRange): number {
  return a.start - b.start;
}

/** Places of a text that are taken. */
interface Cover {
  isFree: (range: TextRange) => boolean;
  add: (range: TextRange) => void;
}

/** Makes a record of the places of a text that are taken, which answers in the length of what it is asked. */
function createCover(text: string): Cover {
  const isTaken = new Uint8Array(text.length);
  return {
    isFree: ({ start, end }) => !isTaken.subarray(start, end).includes(1),
    add: ({ start, end }) => void isTaken.fill(1, start, end),
  };
}

/** "3-dimensional" is a word, and another language's may have the number within: "tridimensional". */
function isInWord(text: string, { value = '', end, units, form }: TextValue): boolean {
  return (
    form === 'figures' && /^[1-9]$/.test(value) && units.length === 0 && /^-\p{Ll}{3}/u.test(text.slice(end))
  );
}

/** Gives a number its unit, and returns the range of that; undefined where it has none. */
function takeUnit(
  text: string,
  number: TextValue,
  findUnit: ReturnType<typeof createUnitFinder>,
): TextRange | undefined {
  // "u16s" is a name.
  if (/\p{L}$/u.test(text.slice(Math.max(0, number.start - 2), number.start))) return undefined;
  if (!['figures', 'cardinal', 'fraction'].includes(number.form)) return undefined;
  const { units, unitWords, isUnitSign, start, end } = findUnit(text, number);
  // "18 h" may be a time as well as a duration.
  const others = units.includes('hour') ? [...number.others, ...hoursOf(number.value, false)] : number.others;
  Object.assign(number, { units, unitWords, isUnitSign, others });
  return end > start ? { start, end } : undefined;
}

/** The range of a number with its unit before or behind it. */
function withUnit({ start, end }: TextValue, unit: TextRange | undefined): TextRange {
  return unit ? { start: Math.min(start, unit.start), end: Math.max(end, unit.end) } : { start, end };
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

/** Makes the test for what stands between the two ends of a range: a dash, or a word of the language, "to", "a las". */
function createRangeTest({ ranges = [], clock = {} }: LocaleWords): (between: string) => boolean {
  const inside = new Set(ranges.map(([, word]) => word));
  const hourWord = new RegExp(`\\s(?:${anyOf(clock.before ?? [])})$`, 'iu');
  return (between) => {
    const words = between.trim().toLowerCase();
    return /^\s?[-–—]\s?$/.test(between) || inside.has(words) || inside.has(words.replace(hourWord, ''));
  };
}
