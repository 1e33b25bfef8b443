import { toAsciiDigits } from './ascii-digits.ts';
import { escapePattern } from './escape-pattern.ts';
import { ignoringCase } from './ignoring-case.ts';
import type { DateWords, LocaleWords } from './locale-words.ts';

/** Parts of a date in the order of a language, as `Intl.DateTimeFormat.formatToParts` has them. */
export interface DatePart {
  type: string;
  value: string;
}

/** Writes whole dates and months of a year in one language; the parts, joined, are the words. */
export interface DateWriter {
  /** @param month 1 to 12; @param day undefined for a month of a year */
  parts: (year: number, month: number, day: number | undefined) => DatePart[];
}

/**
 * Dates are those of the Gregorian calendar in every language: the data has no other.
 *
 * @param words the project's own names of months, which go before those of CLDR
 */
export function createDateWriter(tag: string, { dates }: Pick<LocaleWords, 'dates'>): DateWriter {
  if (dates && isComplete(dates)) {
    return {
      parts: (year, month, day) => {
        const pattern = day === undefined ? dates.month : dates.day;
        const values: Record<string, string> = {
          year: String(year),
          month: dates.months[month - 1] ?? '',
          day: String(day),
        };
        return pattern
          .split(/\{\{(day|month|year)\}\}/)
          .map((piece, index) =>
            index % 2 === 0 ? { type: 'literal', value: piece } : { type: piece, value: values[piece] ?? '' },
          );
      },
    };
  }
  const options = { year: 'numeric', month: 'long', timeZone: 'UTC', calendar: 'gregory' } as const;
  const whole = new Intl.DateTimeFormat(tag, { ...options, day: 'numeric' });
  const month = new Intl.DateTimeFormat(tag, options);
  return {
    parts: (year, number, day) => {
      const date = new Date(Date.UTC(2000, number - 1, day ?? 1));
      date.setUTCFullYear(year);
      return (day === undefined ? month : whole).formatToParts(date);
    },
  };
}

/** A file of words is an author's: what has another form is as if it were not there. */
function isComplete({ months, day, month }: DateWords): boolean {
  return (
    Array.isArray(months) &&
    months.length === 12 &&
    months.every((name) => typeof name === 'string' && name.trim() !== '') &&
    [day, month].every((pattern) => typeof pattern === 'string' && pattern.includes('{{month}}'))
  );
}

/** Makes the reader of dates as the writer writes them, and of the plain orders "13 May 1999" and "May 13, 1999". */
export function createNamedDateReader(tag: string, words: LocaleWords): (text: string) => string | undefined {
  const writer = createDateWriter(tag, words);
  const patterns = Array.from({ length: 12 }, (_, index) => {
    const [whole, month] = [writer.parts(1999, index + 1, 13), writer.parts(1999, index + 1, undefined)];
    const names = [whole, month].map((parts) => parts.find(({ type }) => type === 'month')?.value ?? '');
    const name = `(?:${[...new Set(names)].map(patternOf).join('|')})`;
    const day = '(?<day>\\d{1,2})(?:\\.|\\p{L}{1,2}|[ºª°])?';
    const plain = [
      `${day} ${name},? (?<year>\\d{4})`,
      `${name} ${day},? (?<year>\\d{4})`,
      `${name},? (?<year>\\d{4})`,
    ];
    return [toPattern(whole), toPattern(month), ...plain].map((source) => ignoringCase(`^${source}$`));
  });
  return (text) => {
    const plain = toAsciiDigits(text).normalize('NFC').replace(/\s+/g, ' ');
    for (const [index, candidates] of patterns.entries()) {
      for (const pattern of candidates) {
        const { year, day } = pattern.exec(plain)?.groups ?? {};
        if (year === undefined) continue;
        const parts = [year, String(index + 1).padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])];
        return parts.join('-');
      }
    }
    return undefined;
  };
}

function toPattern(parts: DatePart[]): string {
  return parts
    .map(({ type, value }, index) => {
      if (type !== 'day' && type !== 'year') return patternOf(value);
      const figures = type === 'day' ? '\\d{1,2}' : '\\d{4}';
      // A project's own pattern may have a part twice.
      return parts.findIndex((part) => part.type === type) === index ? `(?<${type}>${figures})` : figures;
    })
    .join('');
}

function patternOf(text: string): string {
  return escapePattern(toAsciiDigits(text).normalize('NFC').replace(/\s+/g, ' '));
}
