import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What the tool reads of a locale in CLDR's files: names and signs of currencies and units, how an amount is written, signs of scales.
 *
 * @param {string} tag as CLDR names the locale
 * @param {{ numbers: string, units: string }} folders main/ of cldr-numbers-full and of cldr-units-full
 * @returns {import('../pipeline/host/read-cldr.ts').PackedLocale | undefined}
 */
export function readCldrLocale(tag, folders) {
  const read = (folder, name) => {
    const file = path.join(folder, tag, `${name}.json`);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).main[tag] : undefined;
  };
  const currencies = read(folders.numbers, 'currencies');
  const main = read(folders.numbers, 'numbers');
  if (!currencies || !main) return undefined;
  const { numbers } = main;
  return {
    currencies: Object.entries(currencies.numbers.currencies).map(([code, words]) => [
      code,
      readWords(words),
    ]),
    pattern: numbers['currencyFormats-numberSystem-latn']?.standard ?? '¤#,##0.00',
    scales: readScales(numbers['decimalFormats-numberSystem-latn']?.short?.decimalFormat ?? {}),
    units: readUnits(read(folders.units, 'units')),
  };
}

/** Units by their names, in the lengths that CLDR has. */
function readUnits(main) {
  const found = new Map();
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
  return [...found].map(([name, { names, signs }]) => [name, { names: [...names], signs: [...signs] }]);
}

const lengths = [
  ['long', 'names'],
  ['short', 'signs'],
  ['narrow', 'signs'],
];

function readWords(currency) {
  const names = Object.entries(currency).filter(([key]) => key.startsWith('displayName'));
  return {
    names: [...new Set(names.map(([, name]) => name))],
    symbol: currency.symbol,
    narrow: currency['symbol-alt-narrow'],
  };
}

/** Of {"1000000-count-other": "0 M"} that "m" is a million; only where a figure has its whole value before the sign. */
function readScales(formats) {
  const scales = new Map();
  for (const [key, format] of Object.entries(formats)) {
    const power = /^1(0+)-count-/.exec(key)?.[1]?.length;
    const sign = /^0[\s']*([\p{L}\p{M}]+(?:\s[\p{L}\p{M}]+)?)\.?$/u.exec(format.replaceAll("'", ''))?.[1];
    if (power !== undefined && sign !== undefined && !scales.has(sign.toLowerCase()))
      scales.set(sign.toLowerCase(), power);
  }
  return [...scales];
}
