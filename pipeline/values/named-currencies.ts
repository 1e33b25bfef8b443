import type { CurrencyWords, ReadsCldr } from './cldr-locale.ts';
import { primaryLanguage } from './primary-language.ts';

/** CLDR with further names of currencies in one language, by code of ISO 4217: "reais", which English texts have for CLDR's "reals". */
export function withNamesOfCurrencies(
  read: ReadsCldr,
  tag: string,
  names: Readonly<Record<string, string[]>> = {},
): ReadsCldr {
  const own = Object.entries(names);
  if (own.length === 0) return read;
  const language = primaryLanguage(tag);
  const known = new Map<string, ReturnType<ReadsCldr>>();
  return (name) => {
    const locale = read(name);
    if (!locale || primaryLanguage(name) !== language) return locale;
    const added = known.get(name);
    if (added) return added;
    const currencies = new Map<string, CurrencyWords>(locale.currencies);
    for (const [code, more] of own) {
      const words = currencies.get(code);
      if (words) currencies.set(code, { ...words, names: [...words.names, ...more] });
    }
    known.set(name, { ...locale, currencies });
    return known.get(name);
  };
}
