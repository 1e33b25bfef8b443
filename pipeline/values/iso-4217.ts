import data from 'cldr-core/supplemental/currencyData.json' with { type: 'json' };
import { addTo } from './add-to.ts';

/** By region, what CLDR says of its currencies: when each came and went, and whether one can pay with it. */
type Regions = Record<string, Record<string, { _from?: string; _to?: string; _tender?: string }>[]>;

// The compiler makes a type of its own for every region.
const regions = data.supplemental.currencyData.region as unknown as Regions;
const fractions: Record<string, { _digits: string }> = data.supplemental.currencyData.fractions;

/** Codes that stand for no currency. */
const none: ReadonlySet<string> = new Set(['XXX', 'XTS']);

/** Codes of ISO 4217, with those of currencies that are no more. */
export const currencyCodes: ReadonlySet<string> = new Set(
  Object.values(regions)
    .flatMap((uses) => uses.flatMap(Object.keys))
    .filter((code) => !none.has(code))
    .sort(),
);

/** Codes of the currencies that one can pay with in a region today (ISO 3166). */
export function tenderOf(region: string): string[] {
  const uses = Object.hasOwn(regions, region) ? (regions[region] ?? []) : [];
  return uses.flatMap((use) =>
    Object.entries(use).flatMap(([code, { _to: end, _tender: tender }]) =>
      end === undefined && tender !== 'false' && !none.has(code) ? [code] : [],
    ),
  );
}

/** Codes of the currencies that one can pay with somewhere today, each with a region that does. */
export const regionsByCurrency: ReadonlyMap<string, readonly string[]> = Object.keys(regions)
  .sort()
  .reduce((found, region) => {
    for (const code of tenderOf(region)) addTo(found, code, region);
    return found;
  }, new Map<string, string[]>());

/** How many decimals amounts of a currency are written with. */
export function currencyDigits(code: string): number {
  const known = Object.hasOwn(fractions, code) ? fractions[code] : fractions.DEFAULT;
  return Number(known?._digits ?? 2);
}
