/** What CLDR says of one currency in one locale. */
export interface CurrencyWords {
  /** "Peruvian sol", "Peruvian soles". */
  names: readonly string[];
  /** The sign that the locale writes, if it has one: "US$". */
  symbol: string | undefined;
  /** The sign where no other currency can be meant: "$". */
  narrow: string | undefined;
}

/** What CLDR calls one unit in one locale, without a number: "kilometers", "km". */
export interface CldrUnit {
  /** Names in all their forms. */
  names: readonly string[];
  /** Signs and abbreviations. */
  signs: readonly string[];
}

/** What CLDR says of currencies and units in one locale. */
export interface CldrLocale {
  /** By code of ISO 4217. */
  currencies: ReadonlyMap<string, CurrencyWords>;
  /** How an amount is written: "¤ #,##0.00". */
  pattern: string;
  /** Powers of ten by their signs behind figures, in lower case: {"m": 6}. */
  scales: ReadonlyMap<string, number>;
  /** By CLDR's own names of units: "length-kilometer". */
  units: () => ReadonlyMap<string, CldrUnit>;
}

/**
 * Gives what CLDR has for a tag of a locale, exactly of that name ("es-PE", "es"; "und" is what all share). Undefined
 * where it has none.
 */
export type ReadsCldr = (tag: string) => CldrLocale | undefined;
