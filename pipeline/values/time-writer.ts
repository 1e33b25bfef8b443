import { parseTime } from './clock-time.ts';
import type { WordWriter, WritingEdition } from './writing-edition.ts';

/** Makes the writer of times in one language; the reader of the language reads them back. */
export function createTimeWriter({ numbers, date, words: { clock: words } }: WritingEdition): WordWriter {
  const write = (time: string): string => {
    const [hour = '', ...rest] = time.split(':');
    const [am, pm] = words?.written ?? [];
    if (am === undefined || pm === undefined) return numbers.toFigures(time);
    const of12 = [String(Number(hour) % 12 || 12), ...rest].join(':');
    return `${numbers.toFigures(of12)}\u00a0${Number(hour) < 12 ? am : pm}`;
  };
  return (value) => {
    const parsed = parseTime(String(value ?? ''));
    if (!parsed) return String(value ?? '');
    const { day, time, zone } = parsed;
    const written = day === undefined ? write(time) : `${date(day)}, ${write(time)}`;
    if (zone === undefined) return written;
    return `${written} ${zone === 'Z' ? 'UTC' : `UTC${zone.replace('-', '\u2212')}`}`;
  };
}
