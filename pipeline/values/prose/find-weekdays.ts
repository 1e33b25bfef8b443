import type { Language, TextValue } from '../../model.ts';
import type { TextWord, TextWords } from '../list-words.ts';
import type { LocaleWords } from '../locale-words.ts';
import { foundValue } from './found-value.ts';

/** Finds days of the week by name: CLDR's names, and the forms that the words of the language have. */
export function createWeekdayFinder(
  tag: string,
  language: Language,
  words: LocaleWords,
): (text: string, own: TextWords) => TextValue[] {
  const names = gatherNames(tag, language, words);
  const short = gatherShortNames(tag, language);
  const { ordinals = {} } = words;
  return (text, { words: all }) => {
    const found: TextValue[] = [];
    for (const [index, { key, start, end: wordEnd }] of all.entries()) {
      const next = all[index + 1];
      // "Segunda-feira" is two words.
      const isCompound = next !== undefined && text.slice(wordEnd, next.start) === '-';
      const compound = isCompound ? names.get(`${key}-${next.key}`) : undefined;
      const name = compound ?? (Object.hasOwn(ordinals, key) ? undefined : names.get(key));
      const day = name === undefined ? short.get(key) : undefined;
      if (day !== undefined && text.slice(start, wordEnd) === day.name) {
        const isInRange = [-2, -1, 1, 2].some((step) => isJoined(text, all, index, step, short));
        if (isInRange || dated.test(text.slice(wordEnd, wordEnd + 24)))
          found.push(
            foundValue({
              form: 'weekday',
              start,
              end: wordEnd,
              value: `weekday ${day.number}`,
              isCertain: isInRange,
            }),
          );
      }
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

/** What stands between two days: "Mon–Fri", "seg. a sex.". */
const join = /^\.?(?:\s?[-–/]\s?|\s\p{L}{1,3}\s)$/u;

/** The date of a day: "Wed., May 5". */
const dated = /^\.?,?\s(?:\p{L}{1,10}\.?\s)?\p{Nd}/u;

/** Whether the word some steps away is the short name of a day too, and the two are ends of a range; alone most are words as well. */
function isJoined(
  text: string,
  words: readonly TextWord[],
  index: number,
  step: number,
  short: ReadonlyMap<string, ShortName>,
): boolean {
  const [first, last] = [words[Math.min(index, index + step)], words[Math.max(index, index + step)]];
  const other = words[index + step];
  if (!first || !last || !other || short.get(other.key)?.name !== text.slice(other.start, other.end))
    return false;
  return join.test(text.slice(first.end, last.start));
}

interface ShortName {
  /** As the language writes it, without the point of an abbreviation. */
  name: string;
  /** 1 is Monday. */
  number: number;
}

/** Short names of CLDR, in lower case. */
function gatherShortNames(tag: string, language: Language): Map<string, ShortName> {
  const days = [1, 2, 3, 4, 5, 6, 7];
  return new Map(
    [language, tag].flatMap((locale) => {
      const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
      return days.map((number): [string, ShortName] => {
        const name = format
          .format(Date.UTC(2001, 0, number))
          .normalize('NFC')
          .replace(/\.$/, '');
        return [name.toLocaleLowerCase(tag), { name, number }];
      });
    }),
  );
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
