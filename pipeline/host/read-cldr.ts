import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { CldrLocale, CldrUnit, CurrencyWords, ReadsCldr } from '../values/cldr-locale.ts';
import { packageRoot } from './package-root.ts';

/** A locale as scripts/pack-data.mjs packs it. */
export interface PackedLocale {
  currencies: [string, CurrencyWords][];
  pattern: string;
  scales: [string, number][];
  units: [string, CldrUnit][];
}

const folder = path.join(packageRoot, 'lib/data/cldr');

/** Reads names and signs of currencies and units out of what was packed of CLDR, those of a locale when it is asked for, each once. */
export function createCldrReader(): ReadsCldr {
  const known = new Map<string, CldrLocale | undefined>();
  let index: Record<string, string> | undefined;
  return (tag) => {
    index ??= JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as Record<string, string>;
    if (!known.has(tag)) known.set(tag, readLocale(Object.hasOwn(index, tag) ? index[tag] : undefined));
    return known.get(tag);
  };
}

function readLocale(name: string | undefined): CldrLocale | undefined {
  if (name === undefined) return undefined;
  const text = brotliDecompressSync(readFileSync(path.join(folder, `${name}.json.br`))).toString();
  const { currencies, pattern, scales, units } = JSON.parse(text) as PackedLocale;
  const byName = new Map(units);
  return { currencies: new Map(currencies), pattern, scales: new Map(scales), units: () => byName };
}
