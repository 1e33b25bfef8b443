import type { Json, JsonObject } from '../../model.ts';
import { looksLikeDate } from '../../values/edtf.ts';
import { isObject } from '../../values/json-value.ts';
import { readEdtf } from './read-edtf.ts';

/** A date of CSL-JSON: as styles can print it, and as the data have it. */
export interface CslDate {
  /** https://docs.citationstyles.org/en/stable/specification.html#date-variables, without what the engine cannot read. */
  csl: JsonObject;
  /** EDTF level 0: a day, a month or a year; undefined where that cannot say it. */
  edtf: string | undefined;
  /** Whether `edtf` says all that the date does. */
  isWhole: boolean;
}

/**
 * Reads a date in any form that reference managers export: `date-parts` of numbers or texts, a range, a season, one that is
 * about so, a year before Christ, `literal`, `raw`; a text, as EDTF; a list of objects with year and month, as CSL YAML.
 *
 * @returns undefined for what is no date
 */
export function readCslDate(value: Json): CslDate | undefined {
  if (typeof value === 'number') return readCslDate({ 'date-parts': [[value]] });
  if (typeof value === 'string') return readText(value);
  if (Array.isArray(value)) return readYamlDate(value);
  if (!isObject(value)) return undefined;
  const parts = value['date-parts'];
  if (parts === undefined) return readWords(value);
  if (!Array.isArray(parts)) return undefined;
  const ends = parts.map(readParts);
  if (ends.some((end) => end === undefined)) return undefined;
  const [start = [], end] = ends.map((part) => part ?? []);
  if (start.length === 0 && (end ?? []).length === 0) {
    return 'literal' in value || 'raw' in value ? readWords(value) : undefined;
  }
  const isRange = parts.length > 1;
  if (parts.length > 2) return undefined;
  // The engine knows no open range; words say it.
  if (isRange && (start.length === 0 || !end || end.length === 0)) {
    const show = (date: number[]) => date.map(pad).join('-');
    return { csl: { literal: `${show(start)}–${show(end ?? [])}` }, edtf: undefined, isWhole: false };
  }
  const read = isRange ? [start, end ?? []] : [start];
  const csl: JsonObject = { ...value, 'date-parts': keepNumbers(parts, read) };
  const isAbout = isSet(value.circa);
  if ('circa' in value) csl.circa = isAbout;
  const said = isRange || isAbout || 'literal' in value ? undefined : toEdtf(start);
  const isSeason = hasSeason(value) || (start[1] ?? 0) > 12;
  return { csl, edtf: said, isWhole: said !== undefined && !isSeason };
}

/** The parts as they are in the file where they are what the engine takes. */
function keepNumbers(parts: Json[], read: number[][]): Json {
  return JSON.stringify(parts) === JSON.stringify(read) ? parts : read;
}

function readText(text: string): CslDate | undefined {
  if (text.trim() === '') return undefined;
  const date = readEdtf(text);
  return date ? readCslDate(date) : { csl: { raw: text }, edtf: undefined, isWhole: false };
}

/** `literal` is printed as it is; `raw` the engine reads, as English has it. */
function readWords(value: JsonObject): CslDate | undefined {
  const { literal, raw, season } = value;
  for (const words of [raw, literal]) {
    if (typeof words !== 'string' || words.trim() === '') continue;
    const date = readEdtf(words);
    const known = date ? readCslDate(date) : undefined;
    return { csl: value, edtf: known?.edtf, isWhole: known?.isWhole ?? false };
  }
  return season === undefined ? undefined : { csl: value, edtf: undefined, isWhole: false };
}

/** [{year: 2007, month: 6}], as pandoc's metadata have it; two of them are a range. */
function readYamlDate(value: Json[]): CslDate | undefined {
  const dates = value.filter(isObject);
  const [first] = dates;
  if (!first || dates.length !== value.length || dates.length > 2) return undefined;
  if (!('year' in first)) return dates.length === 1 ? readCslDate(first) : undefined;
  const parts = dates.map(({ year, month, day }) =>
    [year, month, day].filter((part) => part !== undefined && part !== null),
  );
  const { season, circa } = first;
  return readCslDate({
    'date-parts': parts as Json[],
    ...(season === undefined ? {} : { season }),
    ...(circa === undefined ? {} : { circa }),
  });
}

/** Year, month and day as numbers; [] where there is none, undefined where something else stands there. */
function readParts(date: Json): number[] | undefined {
  if (date === null) return [];
  if (typeof date === 'number' || typeof date === 'string') return readParts([date]);
  if (!Array.isArray(date)) return undefined;
  const numbers: number[] = [];
  for (const part of date) {
    if (part === null || part === '' || part === 0 || part === '0') break;
    const number = typeof part === 'string' || typeof part === 'number' ? Number(part) : Number.NaN;
    if (!Number.isInteger(number)) return undefined;
    numbers.push(number);
  }
  return numbers;
}

/** A season's year; a date that is in no calendar as it stands, for a rule to tell of it. */
function toEdtf([year = 0, month, day]: number[]): string | undefined {
  if (year < 1 || year > 9999) return undefined;
  const isSeason = month !== undefined && month > 12 && month <= 24;
  const parts = isSeason ? [year] : [year, month, day].filter((part) => part !== undefined);
  const text = parts.map(pad).join('-');
  return looksLikeDate(text) ? text : undefined;
}

function pad(part: number, index: number): string {
  return index === 0 ? String(part).padStart(4, '0') : String(part).padStart(2, '0');
}

function isSet(value: Json | undefined): boolean {
  return (
    value !== undefined &&
    value !== null &&
    value !== false &&
    value !== '' &&
    value !== 'false' &&
    value !== 0
  );
}

function hasSeason({ season }: JsonObject): boolean {
  return isSet(season);
}
