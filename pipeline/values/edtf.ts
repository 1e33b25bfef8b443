import type { Json } from '../model.ts';

/** EDTF level 0 (https://www.loc.gov/standards/datetime/): a day, a month or a year, or two of them with a slash. */
const dateForm = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** The form of a date, as a regular expression within a larger one. */
export const datePattern = '\\d{4}(-\\d{2}(-\\d{2})?)?';

/** Whether the text has the form of a date; the day need not exist. */
export function looksLikeDate(text: string): boolean {
  return dateForm.test(text);
}

/** Whether the text has the form of a date or of two with a slash between. */
export function looksLikePeriod(text: string): boolean {
  const parts = text.split('/');
  return parts.length <= 2 && parts.every(looksLikeDate);
}

/** Whether a date of the right form is in the calendar: false for 2001-02-29, 2001-13 and the year 0. */
export function dateExists(date: string): boolean {
  const { year, month, day } = parts(date);
  if (year < 1) return false;
  if (month !== undefined && (month < 1 || month > 12)) return false;
  return day === undefined || (day >= 1 && day <= daysInMonth(year, month ?? 1));
}

/** Whether words can be the date or period of a title, which may be more exact than they are. */
export function agreesAsDate(words: Json, title: Json): boolean {
  if (typeof words !== 'string' || typeof title !== 'string') return false;
  return words === title || (/^\d{4}(?:-\d{2})?$/.test(words) && title.startsWith(`${words}-`));
}

/** First day that a date or period covers, as YYYY-MM-DD; such days compare as strings. */
export function earliestDay(date: string): string {
  const [start = date] = date.split('/');
  const { month, day } = parts(start);
  return `${start.slice(0, 4)}-${pad(month ?? 1)}-${pad(day ?? 1)}`;
}

/** Last day that a date or period covers, as YYYY-MM-DD. */
export function latestDay(date: string): string {
  const end = date.split('/').at(-1) ?? date;
  const { year, month, day } = parts(end);
  return `${end.slice(0, 4)}-${pad(month ?? 12)}-${pad(day ?? daysInMonth(year, month ?? 12))}`;
}

function parts(date: string): { year: number; month: number | undefined; day: number | undefined } {
  const [year, month, day] = date.split('-').map(Number);
  return { year: year ?? 0, month, day };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
