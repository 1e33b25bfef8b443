import type { Json } from '../model.ts';
import { dateExists } from './edtf.ts';

/** A clock time, with or without a day and a difference from universal time, as ISO 8601 writes it. */
export interface ClockTime {
  /** 1998-10-26 */
  day: string | undefined;
  /** 14:45, or 14:45:30. */
  time: string;
  /** Z, -05:00 */
  zone: string | undefined;
}

const form = /^(?:(\d{4}-\d{2}-\d{2})T)?(\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:\d{2})?$/;

/** A time in canonical form; undefined for another form. Hour, minute and day need not exist. */
export function parseTime(text: string): ClockTime | undefined {
  const [, day, time, zone] = form.exec(text) ?? [];
  return time === undefined ? undefined : { day, time: time.replace(/(:\d{2}):00$/, '$1'), zone };
}

/** The canonical form: 14:45, 1998-10-26T14:45, 14:45:30Z. */
export function writeTime({ day, time, zone }: ClockTime): string {
  return `${day === undefined ? '' : `${day}T`}${time}${zone ?? ''}`;
}

/** Whether a clock shows the time: 00:00 to 23:59:59. Midnight is the beginning of a day. */
export function timeExists({ time, zone }: ClockTime): boolean {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  const [hours = 0, minutes = 0] = (zone ?? 'Z').slice(1).split(':').map(Number);
  return hour < 24 && minute < 60 && second < 60 && hours <= 14 && minutes < 60;
}

/** Whether the day of a time, if it has one, is in the calendar. */
export function dayExists({ day }: ClockTime): boolean {
  return day === undefined || dateExists(day);
}

/** Whether words can be the time of a title, which may tell the seconds, the day or the difference from universal time besides. */
export function agreesAsTime(words: Json, title: Json): boolean {
  const [a, b] = [words, title].map((value) => (typeof value === 'string' ? parseTime(value) : undefined));
  if (!a || !b) return false;
  const isPart = (part: string | undefined, whole: string | undefined): boolean =>
    part === undefined || part === whole;
  return (
    isPart(a.day, b.day) && isPart(a.zone, b.zone) && (a.time === b.time || b.time.startsWith(`${a.time}:`))
  );
}
