import type { Language, TextValue } from '../../model.ts';
import type { TextWords } from '../list-words.ts';
import type { LocaleWords } from '../locale-words.ts';
import { foundValue } from './found-value.ts';

/** Finds days of the week by name: CLDR's names, and the forms that the words of the language have. */
export function createWeekdayFinder(
  tag: string,
  language: Language,
  words: LocaleWords,
): (text: string, own: TextWords) => TextValue[] {
  const names = gatherNames(tag, language, words);
  const { ordinals = {} } = words;
  return (text, { words: all }) => {
    const found: TextValue[] = [];
    for (const [index, { key, start, end: wordEnd }] of all.entries()) {
      const next = all[index + 1];
      // "Segunda-feira" is two words.
      const isCompound = next !== undefined && text.slice(wordEnd, next.start) === '-';
      const compound = isCompound ? names.get(`${key}-${next.key}`) : undefined;
      const name = compound ?? (Object.hasOwn(ordinals, key) ? undefined : names.get(key));
      if (!name) continue;
      const end = compound && next ? next.end : wordEnd;
      // In Spanish a capital makes a name of a day, "Santo Domingo", but where a sentence begins.
      const isName =
        name.isLower &&
        /^\p{Lu}/u.test(text.slice(start)) &&
        !/(?:^|[.!?:]\s)$/.test(text.slice(Math.max(0, start - 3), start));
      const value = `weekday ${name.number}`;
      found.push(foundValue({ form: 'weekday', start, end, value, isCertain: !isName }));
    }
    return found;
  };
}

interface DayName {
  /** 1 is Monday. */
  number: number;
  isLower: boolean;
}

function gatherNames(tag: string, language: Language, { weekdays = {} }: LocaleWords): Map<string, DayName> {
  const names = new Map<string, DayName>();
  let isLower = true;
  for (const locale of [language, tag]) {
    const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
    for (let number = 1; number <= 7; number += 1) {
      const name = format.format(Date.UTC(2001, 0, number)).normalize('NFC');
      isLower = name === name.toLocaleLowerCase(tag);
      names.set(name.toLocaleLowerCase(tag), { number, isLower });
    }
  }
  for (const [name, number] of Object.entries(weekdays)) names.set(name, { number, isLower });
  return names;
}
