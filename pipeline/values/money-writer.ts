import { createCurrencyFinder, localesOf } from './find-currency.ts';
import { currencyDigits } from './iso-4217.ts';
import { isObject } from './json-value.ts';
import { createQualifier } from './qualified-words.ts';
import type { WordWriter, WritingEdition } from './writing-edition.ts';

/** Writes amounts with the locale's sign where it is that currency's alone, else with the code. */
export function createMoneyWriter(edition: WritingEdition): WordWriter {
  const { tag, numbers, cldr: read } = edition;
  const [own] = localesOf(tag).flatMap((name) => read(name) ?? []);
  const findCurrency = createCurrencyFinder(tag, read);
  const qualify = createQualifier(edition);
  const pattern = own?.pattern.split(';')[0] ?? '¤ #';
  const isBefore = pattern.indexOf('¤') < pattern.search(/[#0]/);
  const hasSpace = /¤\s|\s¤/.test(pattern);

  return (value, property) => {
    if (!isObject(value)) return String(value ?? '');
    const code = String(value.currency ?? '');
    const symbol = own?.currencies.get(code)?.symbol ?? code;
    const isOwn = findCurrency(symbol, []).join() === code;
    const sign = isOwn ? symbol : code;
    const [whole = '', fraction] = String(value.value ?? '').split('.');
    const padded = fraction?.padEnd(currencyDigits(code), '0');
    const number = numbers.write(padded === undefined ? whole : `${whole}.${padded}`);
    const space = hasSpace || /\p{L}$/u.test(sign) ? '\u00a0' : '';
    const written = isBefore ? `${sign}${space}${number}` : `${number}\u00a0${sign}`;
    return qualify(written, value, property);
  };
}
