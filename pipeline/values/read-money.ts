import type { JsonObject, Property } from '../model.ts';
import { suggest } from '../rules/likely-names.ts';
import { shiftDecimal } from './decimal.ts';
import { createCurrencyFinder } from './find-currency.ts';
import { dropConnector } from './read-quantity.ts';
import type { ReadingEdition, WordReader } from './reading-edition.ts';
import { createScaleSigns } from './scale-signs.ts';
import { mapReadings, readable, type Unread, unread } from './value-reader.ts';

/** Signs of figures, and what may stand between them and a currency before them. */
const beforeFigures = /^([-\u2212]?)\s*([^\p{Nd}]*?)\s*(?=[-+\u2212]?\p{Nd})/u;

/**
 * Makes the reader of amounts of money in one language: { value, currency } out of "R$ 187,40", "US$ 1.2 million", "13 soles",
 * "$1.2m", "1,2 millones de dólares estadounidenses". Currencies are known by CLDR's names and signs (`createCurrencyFinder`).
 */
export function createMoneyReader(edition: ReadingEdition): WordReader {
  const { numbers, words, tag, cldr: read } = edition;
  const findCurrency = createCurrencyFinder(tag, read);
  const readScaleSign = createScaleSigns(tag, words, read);

  return (text, property) => {
    const refuse = () => unread('value-is-readable', { context: 'money', found: text, tag });
    // "-R$ 5" and "R$ -5" are one.
    const [head = '', sign = '', before = ''] = beforeFigures.exec(text) ?? [];
    const number = numbers.readLeading(head === '' ? text : sign + text.slice(head.length));
    if (!number) return refuse();
    const { exponent, length } = readScaleSign(number.rest, true) ?? { exponent: 0, length: 0 };
    const rest = length === 0 ? number.rest : number.rest.slice(length).replace(/^\.?\s*/, '');
    const after = dropConnector(rest, words.connectors ?? []);
    if (before !== '' && after !== '') return refuse();

    const currency = chooseCurrency(before || after, property, findCurrency);
    if (typeof currency !== 'string') return currency;
    if (!number.ok) return mapReadings(number, (reading) => `${shiftDecimal(reading, exponent)} ${currency}`);
    return readable<JsonObject>({ value: shiftDecimal(number.number, exponent), currency });
  };
}

/** The code of the currency that words name, or what is wrong with them; the first of the property where there are none. */
function chooseCurrency(
  found: string,
  { units }: Property,
  findCurrency: ReturnType<typeof createCurrencyFinder>,
): string | Unread {
  const [assumed] = units;
  if (found === '') return assumed ?? unread('currency-is-known', { context: 'missing' });
  const [currency, ...others] = findCurrency(found, units);
  const expected = units.length > 0 ? units.join(', ') : 'ISO 4217';
  if (currency === undefined) {
    return unread('currency-is-known', { found, expected, ...suggest(found, units) });
  }
  if (others.length > 0) {
    const candidates = [currency, ...others].join(', ');
    return unread('currency-is-known', { context: 'shared', found, candidates, first: currency });
  }
  if (units.length === 0 || units.includes(currency)) return currency;
  return unread('currency-is-known', { found: currency, expected, likely: '' });
}
