import type { CldrLocale, CurrencyWords, ReadsCldr } from './cldr-locale.ts';
import { currencyCodes, regionsByCurrency, tenderOf } from './iso-4217.ts';
import { mostShared } from './most-shared.ts';

/** Codes of the currencies that words can be: one, several that share a sign or a name, or none. */
export type FindsCurrency = (words: string, allowed: readonly string[]) => string[];

/**
 * Makes the function that finds the currency of some words, as CLDR names currencies in a locale: a code, a sign, a name
 * or a word of one ("soles"). A sign or name of several is that of the currency that is allowed, that one can pay with today,
 * and with which one pays in the locale's own region; where these leave several, all of them come back.
 *
 * A sign that the locale does not know is looked for in what all locales share, and last in the locales of the countries
 * that pay with a currency: "S/" in an English text.
 */
export function createCurrencyFinder(tag: string, read: ReadsCldr): FindsCurrency {
  const locales = localesOf(tag).flatMap((name) => read(name) ?? []);
  const [own] = locales;
  const region = new Intl.Locale(tag).maximize().region ?? '';
  const choose = (codes: readonly string[], allowed: readonly string[]): string[] => {
    const possible = narrow(codes, (code) => allowed.length === 0 || allowed.includes(code));
    const current = narrow(possible, (code) => regionsByCurrency.has(code));
    return current.length > 1 ? narrow(current, (code) => tenderOf(region).includes(code)) : current;
  };
  return (found, allowed) => {
    const words = normalize(found);
    if (currencyCodes.has(words)) return [words];
    for (const { currencies } of locales) {
      for (const isMeant of [hasSymbol, hasName, hasNarrow]) {
        const codes = [...currencies].flatMap(([code, known]) => (isMeant(known, words) ? [code] : []));
        if (codes.length > 0) return choose(codes, allowed);
      }
    }
    const named = own ? findByWord(words, own) : [];
    return choose(named.length > 0 ? named : findAtHome(words, read), allowed);
  };
}

/** Names of CLDR's locales for a tag, the nearest first, the root last. */
export function localesOf(tag: string): string[] {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  return [...new Set([tag, `${language}-${script}-${region}`, `${language}-${script}`, language, 'und'])];
}

/** Those that pass, or all where none does. */
function narrow(codes: readonly string[], passes: (code: string) => boolean): string[] {
  const passing = codes.filter(passes);
  return passing.length > 0 ? passing : [...codes];
}

/** One kind of space, composed letters, no points of abbreviation: "U.S. dollars" is "US dollars", "S/." is "S/". */
function normalize(words: string): string {
  return words
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/(?<=^|[\p{Lu}/])\./gu, '')
    .trim();
}

function hasSymbol({ symbol }: CurrencyWords, words: string): boolean {
  return symbol !== undefined && normalize(symbol) === words;
}

function hasNarrow({ narrow: sign }: CurrencyWords, words: string): boolean {
  return sign !== undefined && normalize(sign) === words;
}

function hasName({ names }: CurrencyWords, words: string): boolean {
  return names.some((name) => lower(name) === lower(words));
}

function lower(words: string): string {
  return normalize(words).toLowerCase();
}

/**
 * Currencies that have words in their name, whole ones: "soles" of "Peruvian soles". What tells currencies of one name
 * apart is no name: not "Peruvian", and in a language that puts it behind, not "peruanos".
 */
function findByWord(words: string, { currencies }: CldrLocale): string[] {
  if (!/\p{L}{3}/u.test(words)) return [];
  const wanted = lower(words);
  const all = [...currencies].map(([code, { names }]) => ({
    code,
    // Years tell currencies that are no more from their successors: "Peruvian soles (1863–1965)".
    names: names
      .map((name) => lower(name.replace(/\s*\(.*\)/, '')).split(' '))
      .filter((name) => name.length > 1),
  }));
  const split = all.flatMap(({ names }) => names);
  // What many currencies share is what they are, "dollar"; it stands first or last, by the language.
  const isFirst = mostShared(split.map(([first = '']) => first)) >= mostShared(split.map(lastOf));
  return all.flatMap(({ code, names }) =>
    names.some((name) =>
      ` ${(isFirst ? name.slice(0, -1) : name.slice(1)).join(' ')} `.includes(` ${wanted} `),
    )
      ? [code]
      : [],
  );
}

function lastOf(name: string[]): string {
  return name.at(-1) ?? '';
}

/** Currencies for which their own country, after which ISO 4217 names them, writes a sign. */
function findAtHome(words: string, read: ReadsCldr): string[] {
  if (/\p{L}{4}|^[A-Z]{3}$/u.test(words)) return [];
  return [...regionsByCurrency].flatMap(([code, regions]) => {
    const region = regions.find((each) => code.startsWith(each));
    if (region === undefined) return [];
    const { language } = new Intl.Locale('und', { region }).maximize();
    const known = (read(`${language}-${region}`) ?? read(language))?.currencies.get(code);
    return known && (hasSymbol(known, words) || hasNarrow(known, words)) ? [code] : [];
  });
}
