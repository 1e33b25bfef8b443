import type { Language } from '../model.ts';
import type { LocaleWords } from './locale-words.ts';

/** A name of a month. */
interface MonthName {
  /** As the language writes it, without the point of an abbreviation. */
  name: string;
  /** 1 to 12. */
  number: number;
  isShort: boolean;
  /** Whether the language writes it in small letters. */
  isLower: boolean;
}

/**
 * Names of the months in lower case: CLDR's, long and short, alone and beside a day, of the region and of the language at large;
 * and those that are usual besides, or that the project has for its language.
 */
export function namesOfMonths(
  tag: string,
  language: Language,
  { monthForms = {}, dates }: Pick<LocaleWords, 'monthForms' | 'dates'>,
): Map<string, MonthName> {
  const names = new Map<string, MonthName>();
  // Some regions' data begin with a capital where their language does not ("Setiembre" of es-PE).
  let isLower = false;
  const add = (written: string, number: number, isShort: boolean): void => {
    const name = written.normalize('NFC').replace(/\.$/, '');
    const key = name.toLocaleLowerCase(tag);
    isLower ||= name === key;
    if (/^[\p{L}\p{M}]+$/u.test(name) && !names.has(key))
      names.set(key, { name: isLower ? key : name, number, isShort, isLower });
  };
  for (const [index, name] of (dates?.months ?? []).entries()) add(name, index + 1, false);
  for (const month of ['long', 'short'] as const) {
    for (const locale of [language, tag]) {
      for (const options of [{ month }, { month, day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
        for (let number = 1; number <= 12; number += 1) {
          const parts = format.formatToParts(Date.UTC(2001, number - 1, 15));
          add(parts.find(({ type }) => type === 'month')?.value ?? '', number, month === 'short');
        }
      }
    }
  }
  for (const [name, number] of Object.entries(monthForms)) add(name, number, name.length < 5);
  return names;
}
