import type { TextValue } from '../../model.ts';
import { anyOf } from '../any-of.ts';
import { ignoringCase } from '../ignoring-case.ts';
import type { LocaleWords } from '../locale-words.ts';
import { createClockReader } from '../read-time.ts';
import { createSpokenHours } from '../spoken-hours.ts';
import { foundValue } from './found-value.ts';
import { writeAbbreviation } from './write-abbreviation.ts';

/**
 * Finds clock times, as those of a day of 24 hours: "3 p.m.", "15:00", "18h30", "las 3 de la tarde", "três da tarde", "half past six".
 * Hours that may be a time or a duration, "18 h", are figures: see `hoursOf`.
 */
export function createClockFinder(words: LocaleWords, tag: string): (text: string) => TextValue[] {
  const { clock = {} } = words;
  const read = createClockReader(words);
  const halves = alternatives(Object.keys(clock.halves ?? {}));
  const hours = alternatives(clock.hours ?? []);
  const minutes = '(?:[:.h]|\\s?h\\s?)[0-5]\\d(?:(?:min|m)(?!\\p{L}))?';
  const pattern = ignoringCase(
    [
      // Minutes behind a colon or an h; behind a point only with the half of the day.
      `(?<![\\p{L}\\p{Nd}.,:/])\\d{1,2}(?:${minutes})?(?:\\s?${hours})?[\\s,]?\\s?${halves}(?![\\p{L}\\p{Nd}])`,
      '(?<![\\p{L}\\p{Nd}.,:/])\\d{1,2}(?::[0-5]\\d(?::[0-5]\\d)?|\\s?h\\s?[0-5]\\d(?:min|m)?)(?![\\p{L}\\p{Nd}:%/]|[.,]\\d)',
      ...(hours === '' || hasDecimalPoint(tag) ? [] : [dottedClock(hours, clock.before ?? [])]),
    ]
      .filter((_, index) => index > 0 || halves !== '')
      .join('|'),
    'g',
  );
  // A pattern of letters of all scripts takes ten milliseconds to compile: most texts with figures have no time.
  const likely = ignoringCase(
    ['\\d[:.][0-5]\\d(?!\\d)', '\\d\\s?h\\s?[0-5]\\d', ...(halves === '' ? [] : [halves])].join('|'),
  );
  const names = Object.keys(clock.names ?? {});
  const named =
    names.length > 0 ? ignoringCase(`(?<!\\p{L})${alternatives(names)}(?!\\p{L})`, 'g') : undefined;
  const findSpoken = createSpokenFinder(words);
  return (text) => {
    const found: TextValue[] = [];
    const add = (match: RegExpExecArray, isCertain: boolean): void => {
      const time = read(match[0].replace(/,/g, ' ').replace(/\s+/g, ' ').trim());
      if (time === undefined || !isOfADay(time)) return;
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((one) => one.start < end && start < one.end)) return;
      found.push(foundValue({ form: 'clock', start, end, value: time.replace(/^24/, '00'), isCertain }));
    };
    for (const match of /\d/.test(text) && likely.test(text) ? text.matchAll(pattern) : []) add(match, true);
    for (const match of named ? text.matchAll(named) : []) add(match, false);
    for (const one of findSpoken(text))
      if (!found.some(({ start, end }) => start < one.end && one.start < end)) found.push(one);
    return halvesOfRanges(
      text,
      found.sort((a, b) => a.start - b.start),
    );
  };
}

/** Makes the finder of times in words: "três da tarde", "las 5 y cuarto", "half past six". */
function createSpokenFinder(words: LocaleWords): (text: string) => TextValue[] {
  const { clock = {}, joiners = [] } = words;
  const find = createSpokenHours(words);
  const read = createClockReader(words);
  const hours = alternatives(clock.hours ?? []);
  const half = ignoringCase(
    `^(?:[\\s\u00a0]${hours})?,?[\\s\u00a0]${alternatives(Object.keys(clock.halves ?? {}))}(?![\\p{L}\\p{Nd}])`,
  );
  const at = createHourTest(words);
  return (text) =>
    find(text).flatMap(({ start, end, figures, isWord, hasMinutes, isClear }): TextValue[] => {
      if (!isWord && !hasMinutes) return [];
      const [said = ''] = half.exec(text.slice(end, end + 40)) ?? [];
      const isAt = at(text, start);
      // "Veinte y dos de la tarde" has an hour that is part of a number.
      if (joiners.some((word) => text.slice(0, start).toLowerCase().endsWith(` ${word} `)) && !hasMinutes)
        return [];
      if (said === '' && !(hasMinutes && (isAt || isClear))) return [];
      const time = read(`${figures}${said.replace(/,/g, '')}`);
      if (time === undefined || !isOfADay(time)) return [];
      const form = 'clock';
      const whole = { start, end: end + said.length, value: time.replace(/^24/, '00'), isCertain: true };
      if (said === '') return [foundValue({ ...whole, form, others: [otherHalf(time)] })];
      // "Two in the afternoon" may be two things.
      return [foundValue({ ...whole, form, others: isAt || hasMinutes ? [] : [figures] })];
    });
}

/** Makes the test whether a word stands before a place behind which a number is an hour: "at", "às", "las". */
export function createHourTest({
  clock: { at = [] } = {},
}: LocaleWords): (text: string, start: number) => boolean {
  if (at.length === 0) return () => false;
  const before = ignoringCase(`(?<!\\p{L})(?:${anyOf(at)})[\\s\u00a0]$`);
  return (text, start) => before.test(text.slice(Math.max(0, start - 12), start));
}

/** "2:00–5:15 pm" begins in the afternoon, or in the morning: a time of twelve hours before another that has its half of the day. */
function halvesOfRanges(text: string, times: TextValue[]): TextValue[] {
  for (const [index, time] of times.entries()) {
    const next = times[index + 1];
    if (!next || !/^0?[1-9]:|^1[0-2]:/.test(time.value ?? '')) continue;
    const [own, others] = [text.slice(time.start, time.end), text.slice(next.start, next.end)];
    const isRange = /^(?:\s?[-–—]\s?|[\s\u00a0]\p{L}{1,7}[\s\u00a0](?:\p{L}{1,3}[\s\u00a0])?)$/u;
    if (/[^\d:.h\s]/u.test(own) || !/\p{L}/u.test(others.replace(/^\d+\s?h\s?\d*/u, ''))) continue;
    if (isRange.test(text.slice(time.end, next.start)))
      time.others = [...time.others, otherHalf(time.value ?? '')];
  }
  return times;
}

/** The time on a clock of twelve hours that shows the same: "06:30" is "18:30". */
function otherHalf(time: string): string {
  const [hour = '', ...rest] = time.split(':');
  return [String((Number(hour) + 12) % 24).padStart(2, '0'), ...rest].join(':');
}

/** Whole hours that figures may be as a clock time, with "p.m." behind a later number of the same range or without. */
export function hoursOf(value: string | undefined, isHalved: boolean): string[] {
  // "1500 hours" may be three in the afternoon.
  if (value !== undefined && /^(?:[01]\d|2[0-3])[0-5]\d$/.test(value))
    return [`${value.slice(0, 2)}:${value.slice(2)}`];
  if (value === undefined || !/^\d{1,2}$/.test(value) || Number(value) > 24) return [];
  const hours =
    isHalved && Number(value) <= 12 ? [Number(value) % 12, (Number(value) % 12) + 12] : [Number(value) % 24];
  return hours.map((hour) => `${String(hour).padStart(2, '0')}:00`);
}

function hasDecimalPoint(tag: string): boolean {
  return new Intl.NumberFormat(tag).format(0.5).includes('.');
}

/** "18.30 h", "9.00 a 17.00 h", "a las 5.45", where a point parts no decimals. */
function dottedClock(hours: string, before: readonly string[]): string {
  const time = '\\d{1,2}\\.[0-5]\\d';
  const end = '(?![\\p{L}\\p{Nd}%]|[.,]\\d)';
  const at = before.filter((words) => words.includes(' '));
  return [
    `(?<![\\p{L}\\p{Nd}.,:/])${time}\\s?${hours}${end}`,
    `(?<![\\p{L}\\p{Nd}.,:/])${time}(?=\\s?(?:[-–]|\\p{L}{1,5}(?:\\s\\p{L}{2,3})?\\s)\\s?${time}\\s?${hours}${end})`,
    ...(at.length === 0 ? [] : [`(?<=(?<!\\p{L})(?:${anyOf(at)})\\s)${time}${end}`]),
  ].join('|');
}

function isOfADay(time: string): boolean {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour < 24 || (hour === 24 && minute === 0);
}

/** A pattern for any of some words; '' for none. */
function alternatives(words: readonly string[]): string {
  return words.length === 0 ? '' : `(?:${anyOf(words, writeAbbreviation)})`;
}
