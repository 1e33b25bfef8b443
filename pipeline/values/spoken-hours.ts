import { anyOf } from './any-of.ts';
import { ignoringCase } from './ignoring-case.ts';
import type { LocaleWords } from './locale-words.ts';

/** A time whose hour or minutes are words, and the same in figures. */
export interface SpokenTime {
  start: number;
  end: number;
  /** "10:30 de la noche" */
  figures: string;
  /** Whether the hour is a word. */
  isWord: boolean;
  /** Whether words say the minutes: "half past six" is a time without more. */
  hasMinutes: boolean;
  /** Whether these say that it is a time: "ten to six" may be a range. */
  isClear: boolean;
}

/** Finds hours in words, and hours with their minutes in words, behind which a half of the day may stand; case does not count. */
export type FindsSpokenHours = (text: string) => SpokenTime[];

/** Makes the finder of one language. */
export function createSpokenHours({ numbers, clock = {} }: LocaleWords): FindsSpokenHours {
  const hours = Object.entries(numbers).filter(([, value]) => value >= 1 && value <= 12);
  const { minutesBefore = {}, minutesAfter = {}, halves = {}, alone = [] } = clock;
  const clear = new Set(alone);
  if (hours.length === 0 || Object.keys(halves).length === 0) return () => [];
  const before = optional(Object.keys(minutesBefore), (any) => `(?:(?<before>${any})\\s)?`);
  const after = optional(Object.keys(minutesAfter), (any) => `(?:\\s(?<after>${any})(?![\\p{L}\\p{Nd}]))?`);
  const hour = `(?<word>${anyOf(hours.map(([word]) => word))})|(?<figures>\\d{1,2})`;
  const pattern = ignoringCase(
    `(?<![\\p{L}\\p{Nd}.,:/-])${before}(?:${hour})(?![\\p{L}\\p{Nd}]|[.,:-]\\d)${after}`,
    'g',
  );
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: found, index: start, groups = {} }): SpokenTime => {
      const key = (name: string): string => groups[name]?.toLowerCase().replace(/\s/g, ' ') ?? '';
      const whole = groups.figures ?? String(numbers[key('word')] ?? '');
      const minutes = minutesBefore[key('before')] ?? minutesAfter[key('after')];
      return {
        start,
        end: start + found.length,
        figures: minutes === undefined ? whole : withMinutes(Number(whole), minutes),
        isWord: groups.word !== undefined,
        hasMinutes: minutes !== undefined,
        isClear: clear.has(key('before')) || clear.has(key('after')),
      };
    });
}

function optional(words: readonly string[], write: (any: string) => string): string {
  return words.length === 0 ? '' : write(anyOf(words));
}

/** A quarter before one is 12:45, whichever half of the day it is. */
function withMinutes(hour: number, minutes: number): string {
  if (minutes >= 0) return `${hour}:${String(minutes).padStart(2, '0')}`;
  return `${hour === 1 ? 12 : hour - 1}:${60 + minutes}`;
}
