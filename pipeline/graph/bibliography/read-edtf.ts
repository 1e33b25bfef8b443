import type { Json, JsonObject } from '../../model.ts';

/** A date of EDTF (https://www.loc.gov/standards/datetime/), level 0 and what is common of level 1. */
const edtfDate = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/;

/**
 * A date of EDTF as CSL-JSON has it: a day, month, year, season ("2007-21"), a date that is about so ("1650~"), a range.
 * Years before Christ count from -1 in CSL and from 0 in EDTF. An open end is words ("1987–"), for CSL has none.
 *
 * @returns undefined for anything else
 */
export function readEdtf(text: string): JsonObject | undefined {
  const ends = text.trim().split('/');
  if (ends.length > 2) return undefined;
  const [first = '', last] = ends;
  const isOpen = (end: string | undefined) => end === '' || end === '..';
  const start = isOpen(first) ? [] : readOne(first);
  const end = last === undefined || isOpen(last) ? [] : readOne(last);
  if (!start || !end || (start.length === 0 && end.length === 0)) return undefined;
  if (last !== undefined && (start.length === 0 || end.length === 0)) {
    return { literal: `${isOpen(first) ? '' : first}–${isOpen(last) ? '' : last}` };
  }
  const isAbout = ends.some((part) => /[~?%]$/.test(part));
  const [year = 0, month = 0] = start;
  const circa: JsonObject = isAbout ? { circa: true } : {};
  if (last === undefined && month >= 21) return { 'date-parts': [[year]], season: month - 20, ...circa };
  const parts: Json[] = last === undefined ? [start] : [start, end];
  return { 'date-parts': parts, ...circa };
}

/** Year, month and day, as many as there are. */
function readOne(text: string): number[] | undefined {
  const match = edtfDate.exec(text);
  if (!match) return undefined;
  const [, written = '', ...rest] = match;
  const year = Number(written);
  const month = Number(rest[0] ?? 0);
  if (month > 24 || (month > 12 && month < 21)) return undefined;
  const parts = rest.slice(0, 2).flatMap((part) => (part === undefined ? [] : [Number(part)]));
  return [year <= 0 && /^-|^0000/.test(written) ? year - 1 : year, ...parts];
}
