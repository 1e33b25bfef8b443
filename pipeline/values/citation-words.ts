/** A term that CSL's locale of a language lacks, for one and for several: ["tomo", "tomos"]. */
export interface LocatorTerm {
  long: [one: string, several: string];
  short: [one: string, several: string];
}

/**
 * Contents of locales/<language>/citations.json: how one language cites, besides what CSL's locale of it says
 * (https://github.com/citation-style-language/locales). Everything may be missing. Case, accents and spaces in what is read do not count.
 */
export interface CitationWords {
  /** By kind of locator: terms that CSL's locale has in English, or not at all; they are read and written. */
  terms?: Record<string, LocatorTerm>;
  /** By kind of locator: further forms that are read: {"page": ["pág."]}. */
  forms?: Record<string, string[]>;
  /** What says "and the next page", "and the next pages" behind a number; the first of each is written. */
  following?: { one: string[]; several: string[] };
  /** Words between the ends of a range: "to". */
  rangeWords?: string[];
  /** Words between members of a list, of numbers or of names: "and". */
  listWords?: string[];
  /** What stands for further authors: "et al." */
  andOthers?: string[];
  /** What stands for a year that is unknown: "n. d." */
  undated?: string[];
  /** What stands for a year to come: "in press". */
  forthcoming?: string[];
  /** Words before a year that is not certain: "c." */
  circa?: string[];
  /** Words beside the names in a citation that name nobody: "see", "eds." */
  nameWords?: string[];
}
