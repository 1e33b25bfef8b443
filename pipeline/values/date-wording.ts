import { createDateWriter } from './date-writer.ts';
import type { LocaleWords } from './locale-words.ts';
import type { NumberWriter } from './number-writer.ts';

/** Makes the function that writes dates of EDTF level 0 in the words of one language. */
export function createDateWording(
  tag: string,
  words: LocaleWords,
  { toFigures }: NumberWriter,
): (date: string) => string {
  const dates = createDateWriter(tag, words);
  return (date) => {
    const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
    if (year === undefined) return toFigures(date);
    const day = dayOfMonth === undefined ? undefined : Number(dayOfMonth);
    return dates
      .parts(Number(year), Number(month), day)
      .map(({ type, value }) => (type === 'day' && day === 1 ? (words.firstDay ?? value) : value))
      .join('');
  };
}
