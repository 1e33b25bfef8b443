import { anyOf } from './any-of.ts';
import { toAsciiDigits } from './ascii-digits.ts';
import { type ClockTime, parseTime, timeExists, writeTime } from './clock-time.ts';
import { ignoringCase } from './ignoring-case.ts';
import type { LocaleWords } from './locale-words.ts';
import type { ReadingEdition, WordReader } from './reading-edition.ts';
import { createSpokenHours } from './spoken-hours.ts';
import { type ReadResult, readable, unread } from './value-reader.ts';

/** "14:45", "14.45", "14h45", "14:45:30", "2", and what follows. */
const clock =
  /^(?<hour>\d{1,2})(?:(?:[:.]|\s?h\s?)(?<minute>\d{2})(?:(?:[:.]|\s?min\s?)(?<second>\d{2})\s?s?)?)?(?:\s?(?:min|m)\b\.?)?\s*(?<rest>.*)$/iu;

/** "UTC−5", "(GMT)", "Z", "+05:30" behind a time. */
const zonePattern = /\s*\(?(?:(?:UTC|GMT)\s?(?:([+-])(\d{1,2})(?::?(\d{2}))?)?|Z|([+-])(\d{2}):(\d{2}))\)?$/;

/**
 * Makes the reader of clock times in one language, of 12 and of 24 hours, with a date or without: "14h45", "2:45 p.m.", "las 14:45",
 * "diez y media de la noche", "October 26, 1998, at 2:45 p.m.". What is read has the hour that a clock of 24 hours shows. An hour
 * alone is read where only that clock has it and the language uses it: "22".
 */
export function createTimeReader({ tag, words, dates }: ReadingEdition): WordReader {
  const { before = [], written } = words.clock ?? {};
  const readClock = createClockReader(words);
  const stripWords = createWordStripper(before);
  const read = (text: string): ReadResult<string> | undefined => {
    const { zone, rest } = takeZone(text);
    const alone = readClock(stripWords(rest));
    if (alone) return finish({ day: undefined, time: alone, zone }, text);
    for (const [left, right] of splits(rest)) {
      for (const [date, clockText] of [
        [left, right],
        [right, left],
      ] as const) {
        const time = readClock(stripWords(clockText));
        const day = time === undefined ? undefined : dates.readDate(stripWords(date));
        if (!time || !day || (!day.ok && day.rule === 'value-is-readable')) continue;
        if (!day.ok) return day;
        if (/^\d{4}-\d{2}-\d{2}$/.test(day.value)) return finish({ day: day.value, time, zone }, text);
      }
    }
    return undefined;
  };
  const readHour = (hour: string, found: string): ReadResult<string> | undefined => {
    if (written || before.length === 0 || !/^\d{1,2}$/.test(hour)) return undefined;
    const first = `${hour.padStart(2, '0')}:00`;
    if (Number(hour) < 1 || Number(hour) > 12)
      return finish({ day: undefined, time: first, zone: undefined }, found);
    const second = `${String((Number(hour) + 12) % 24).padStart(2, '0')}:00`;
    return unread('value-is-unambiguous', { found, first, second });
  };
  return (found) => {
    const text = toAsciiDigits(found)
      .replace(/\u2212/g, '-')
      .replace(/\s+/g, ' ')
      .trim();
    const canonical = parseTime(text);
    const result = canonical ? finish(canonical, text) : (read(text) ?? readHour(stripWords(text), text));
    return result ?? unread('value-is-readable', { context: 'time', found, tag });
  };
}

function finish(time: ClockTime, found: string): ReadResult<string> {
  return timeExists(time) ? readable(writeTime(time)) : unread('time-exists', { found });
}

function takeZone(text: string): { zone: string | undefined; rest: string } {
  const match = zonePattern.exec(text);
  if (!match || match.index === 0) return { zone: undefined, rest: text };
  const [, sign = match[4], hours = match[5], minutes = match[6] ?? '00'] = match;
  const zone = hours === undefined ? 'Z' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
  return { zone: /^[+-]00:00$/.test(zone) ? 'Z' : zone, rest: text.slice(0, match.index) };
}

/** Every way to part a text at a space, a comma before it left out. */
function splits(text: string): [string, string][] {
  return [...text.matchAll(/,?\s/g)].map(({ index, 0: gap }) => [
    text.slice(0, index),
    text.slice(index + gap.length),
  ]);
}

/** Makes the function that takes words such as "at" and "on" from both ends of a text. */
function createWordStripper(words: readonly string[]): (text: string) => string {
  const any = anyOf(words);
  if (any === '') return (text) => text.trim();
  const [start, end] = [ignoringCase(`^(?:(?:${any})\\s+|,\\s*)+`), ignoringCase(`(?:\\s+(?:${any})|,)+$`)];
  return (text) => text.replace(start, '').replace(end, '').trim();
}

/** Makes the reader of a time alone, as hh:mm or hh:mm:ss; hours and minutes that no clock shows are told by the caller. */
export function createClockReader(locale: LocaleWords): (text: string) => string | undefined {
  const { clock: words = {} } = locale;
  const findSpoken = createSpokenHours(locale);
  const table = <T>(all: Record<string, T> = {}) =>
    new Map(Object.entries(all).map(([word, value]) => [squeeze(word), value]));
  const [halves, names] = [table(words.halves), table(words.names)];
  const hourWords = (words.hours ?? []).map(squeeze).sort((a, b) => b.length - a.length);
  return (found) => {
    const name = names.get(squeeze(found));
    if (name !== undefined) return name;
    const [spoken] = findSpoken(found);
    const isSpoken = spoken?.start === 0 && (spoken.isWord || spoken.hasMinutes);
    const text = isSpoken ? spoken.figures + found.slice(spoken.end) : found;
    const { hour, minute, second, rest = '' } = clock.exec(text)?.groups ?? {};
    if (hour === undefined) return undefined;
    const behind = squeeze(rest);
    const hoursWord = halves.has(behind) ? undefined : hourWords.find((word) => behind.startsWith(word));
    const half = halves.get(behind.slice(hoursWord?.length ?? 0));
    const isKnown = behind === '' || behind === hoursWord || half !== undefined;
    // A number alone is no time.
    if (!isKnown || (minute === undefined && behind === '')) return undefined;
    const parts = [
      half === undefined ? hour : toDay(Number(hour), half),
      minute ?? '00',
      ...(second ? [second] : []),
    ];
    return parts
      .map((part) => part.padStart(2, '0'))
      .join(':')
      .replace(/^(\d+:\d+):00$/, '$1');
  };
}

/** "p. m.", "P.M." and "pm" are one word. */
function squeeze(words: string): string {
  return words.toLowerCase().replace(/[\s.]/g, '');
}

/** Hour of 24 by the half of the day; one that the half does not have is kept out of the day. */
function toDay(hour: number, half: 'am' | 'pm' | 'night'): string {
  const none = '99';
  if (hour === 0) return half === 'pm' ? none : '0';
  if (hour > 12) return half === 'am' ? none : String(hour);
  if (half === 'am') return String(hour % 12);
  if (half === 'pm') return String((hour % 12) + 12);
  return hour === 12 ? '0' : hour >= 6 ? String(hour + 12) : String(hour);
}
