import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { CurrencyLocale, CurrencyWords, ReadsCurrencies } from '../values/currency-locale.ts';

/** A currency in cldr-numbers-full, main/<locale>/currencies.json. */
type CldrCurrency = Record<string, string>;

/** Members of main/<locale>/numbers.json that are read here, by the numbering system in the name of the key. */
type CldrNumbers = Record<
  string,
  { standard?: string; short?: { decimalFormat?: Record<string, string> } } | undefined
>;

/** Reads names and signs of currencies out of CLDR's files, those of a locale when it is asked for, each once. */
export function createCurrencyReader(): ReadsCurrencies {
  const known = new Map<string, CurrencyLocale | undefined>();
  return (tag) => {
    if (!known.has(tag)) known.set(tag, readLocale(tag));
    return known.get(tag);
  };
}

function readLocale(tag: string): CurrencyLocale | undefined {
  if (!/^[A-Za-z0-9-]+$/.test(tag)) return undefined;
  const root = path.dirname(createRequire(import.meta.url).resolve('cldr-numbers-full/package.json'));
  const read = <T>(name: string, member: 'currencies' | undefined): T | undefined => {
    const file = path.join(root, 'main', tag, `${name}.json`);
    if (!existsSync(file)) return undefined;
    const { main } = JSON.parse(readFileSync(file, 'utf8')) as {
      main: Record<string, { numbers: Record<string, unknown> }>;
    };
    const numbers = main[tag]?.numbers ?? {};
    return (member === undefined ? numbers : numbers[member]) as T;
  };
  const currencies = read<Record<string, CldrCurrency>>('currencies', 'currencies');
  const numbers = read<CldrNumbers>('numbers', undefined);
  if (!currencies || !numbers) return undefined;
  return {
    currencies: new Map(Object.entries(currencies).map(([code, words]) => [code, readWords(words)])),
    pattern: numbers['currencyFormats-numberSystem-latn']?.standard ?? '¤#,##0.00',
    scales: readScales(numbers['decimalFormats-numberSystem-latn']?.short?.decimalFormat ?? {}),
  };
}

function readWords(currency: CldrCurrency): CurrencyWords {
  const names = Object.entries(currency).filter(([key]) => key.startsWith('displayName'));
  return {
    names: [...new Set(names.map(([, name]) => name))],
    symbol: currency.symbol,
    narrow: currency['symbol-alt-narrow'],
  };
}

/** Of {"1000000-count-other": "0 M"} that "m" is a million; only where a figure has its whole value before the sign. */
function readScales(formats: Record<string, string>): Map<string, number> {
  const scales = new Map<string, number>();
  for (const [key, format] of Object.entries(formats)) {
    const power = /^1(0+)-count-/.exec(key)?.[1]?.length;
    const sign = /^0[\s']*([\p{L}\p{M}]+(?:\s[\p{L}\p{M}]+)?)\.?$/u.exec(format.replaceAll("'", ''))?.[1];
    if (power !== undefined && sign !== undefined && !scales.has(sign.toLowerCase()))
      scales.set(sign.toLowerCase(), power);
  }
  return scales;
}
