import { earliestDay, latestDay } from './edtf.ts';
import { type ReadResult, readable, unread } from './value-reader.ts';

/**
 * Reads two dates with a dash, a slash or words of the language between, or one date; "2004–08" is five years, but
 * "2004-08" may be a month.
 *
 * @param ranges words around the ends (see LocaleWords)
 */
export function readPeriod(
  found: string,
  readDate: (text: string) => ReadResult<string>,
  ranges: [before: string, between: string][],
): ReadResult<string> {
  const text = found.replace(/\s+/g, ' ').trim();
  const abbreviated = /^(\d{4})([-–])(\d{2})$/.exec(text);
  if (abbreviated) {
    const [, start = '', dash, end = ''] = abbreviated;
    const period = `${start}/${start.slice(0, 2)}${end}`;
    const isPeriod = start.slice(2) < end;
    const isMonth = dash === '-' && Number(end) >= 1 && Number(end) <= 12;
    if (isPeriod && isMonth) return unread('value-is-unambiguous', { found, first: text, second: period });
    if (isPeriod) return readable(period);
  }
  const whole = readDate(text);
  if (whole.ok || whole.rule !== 'value-is-readable') return whole;
  for (const [left, right] of splitRange(text, ranges)) {
    const ends = readEnds(left, right, readDate);
    if (!ends) continue;
    const [start, end] = ends;
    if (!start.ok) return start;
    if (!end.ok) return end;
    if (earliestDay(start.value) > latestDay(end.value)) {
      return unread('period-is-in-order', { found, start: start.value, end: end.value });
    }
    return readable(`${start.value}/${end.value}`);
  }
  return unread('value-is-readable', { ...whole.values, context: 'period', found });
}

/** The ways to take a text for two ends: at a dash, a slash between years, or the words of the language. */
function splitRange(text: string, ranges: [before: string, between: string][]): [string, string][] {
  const splits: [string, string][] = [];
  const dash =
    /^(.+?) ?[–—] ?(.+)$/.exec(text) ?? /^(.+?) - (.+)$/.exec(text) ?? /^(\d{4})[-/](\d{4})$/.exec(text);
  if (dash?.[1] && dash[2]) splits.push([dash[1], dash[2]]);
  // "28-29 May 2005", "May-June 2005": a hyphen beside words is no part of a date in figures.
  if (/\p{L}/u.test(text)) {
    for (const { index } of text.matchAll(/(?<=[\p{L}\p{Nd}])-(?=[\p{L}\p{Nd}])/gu))
      splits.push([text.slice(0, index), text.slice(index + 1)]);
  }
  for (const [before, between] of ranges) {
    if (before !== '' && !text.toLowerCase().startsWith(`${before} `)) continue;
    const inner = before === '' ? text : text.slice(before.length + 1);
    const at = inner.toLowerCase().indexOf(` ${between} `);
    if (at > 0) splits.push([inner.slice(0, at), inner.slice(at + between.length + 2)]);
  }
  return splits;
}

/**
 * Reads both ends; what one of them leaves out it takes from the other: "1" and "5 May 1999", "May 1" and "5, 1999".
 * Undefined where an end is no date in any of these ways.
 */
function readEnds(
  left: string,
  right: string,
  readDate: (text: string) => ReadResult<string>,
): [ReadResult<string>, ReadResult<string>] | undefined {
  const leftWords = left.split(' ');
  const rightWords = right.split(' ');
  const starts = [
    left,
    ...rightWords.slice(1).map((_, index) => [left, ...rightWords.slice(index + 1)].join(' ')),
  ];
  const ends = [
    right,
    ...leftWords.slice(1).map((_, index) => [...leftWords.slice(0, index + 1), right].join(' ')),
  ];
  const isDate = (result: ReadResult<string>): boolean => result.ok || result.rule !== 'value-is-readable';
  const start = starts.map(readDate).find(isDate);
  const end = ends.map(readDate).find(isDate);
  return start && end ? [start, end] : undefined;
}
