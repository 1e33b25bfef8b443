import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { CldrLocale, CldrUnit, CurrencyWords, ReadsCldr } from '../values/cldr-locale.ts';

/** A currency in cldr-numbers-full, main/<locale>/currencies.json. */
type CldrCurrency = Record<string, string>;

/** Members of main/<locale>/numbers.json that are read here, by the numbering system in the name of the key. */
type CldrNumbers = Record<
  string,
  { standard?: string; short?: { decimalFormat?: Record<string, string> } } | undefined
>;

/** cldr-units-full, main/<locale>/units.json: patterns by unit and length. */
interface CldrUnits {
  units: Partial<Record<'long' | 'short' | 'narrow', Record<string, Record<string, string>>>>;
}

/** Reads names and signs of currencies and units out of CLDR's files, those of a locale when it is asked for, each once. */
export function createCldrReader(): ReadsCldr {
  const known = new Map<string, CldrLocale | undefined>();
  return (tag) => {
    if (!known.has(tag)) known.set(tag, readLocale(tag));
    return known.get(tag);
  };
}

function readLocale(tag: string): CldrLocale | undefined {
  if (!/^[A-Za-z0-9-]+$/.test(tag)) return undefined;
  const currencies = readMain(tag, 'cldr-numbers-full', 'currencies') as
    | { numbers: { currencies: Record<string, CldrCurrency> } }
    | undefined;
  const main = readMain(tag, 'cldr-numbers-full', 'numbers') as { numbers: CldrNumbers } | undefined;
  if (!currencies || !main) return undefined;
  const { numbers } = main;
  let units: Map<string, CldrUnit> | undefined;
  return {
    currencies: new Map(
      Object.entries(currencies.numbers.currencies).map(([code, words]) => [code, readWords(words)]),
    ),
    pattern: numbers['currencyFormats-numberSystem-latn']?.standard ?? '¤#,##0.00',
    scales: readScales(numbers['decimalFormats-numberSystem-latn']?.short?.decimalFormat ?? {}),
    units: () => {
      units ??= readUnits(readMain(tag, 'cldr-units-full', 'units') as CldrUnits | undefined);
      return units;
    },
  };
}

/** What a package of CLDR's has of a locale in a file; undefined where it has not. */
function readMain(tag: string, from: string, name: string): unknown {
  const root = path.dirname(createRequire(import.meta.url).resolve(`${from}/package.json`));
  const file = path.join(root, 'main', tag, `${name}.json`);
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { main: Record<string, unknown> }).main[tag];
}

/** Units by their names, in the lengths that CLDR has. */
function readUnits(main: CldrUnits | undefined): Map<string, CldrUnit> {
  const found = new Map<string, { names: Set<string>; signs: Set<string> }>();
  for (const [length, kind] of lengths) {
    for (const [name, patterns] of Object.entries(main?.units[length] ?? {})) {
      // "per" and "10p-2" are parts of units; a coordinate is none.
      if (/^(?:10p|1024p|per$|power|times$|coordinateUnit)/.test(name)) continue;
      const unit = found.get(name) ?? { names: new Set(), signs: new Set() };
      found.set(name, unit);
      for (const [key, pattern] of Object.entries(patterns)) {
        const form = pattern.replace('{0}', '').trim();
        // The shortest letters are those of many units: "m" is a month and a minute, too.
        const isLetters = length === 'narrow' && /^\p{L}+$/u.test(form);
        if (key.startsWith('unitPattern-') && !isLetters) unit[kind].add(form);
      }
    }
  }
  return new Map(
    [...found].map(([name, { names, signs }]) => [name, { names: [...names], signs: [...signs] }]),
  );
}

const lengths = [
  ['long', 'names'],
  ['short', 'signs'],
  ['narrow', 'signs'],
] as const;

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
