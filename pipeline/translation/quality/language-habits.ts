/**
 * Habits of one language, out of locales/<language>/quality.json; a project's own file is laid over the built-in one,
 * key by key. Everything may be missing: a rule without its data is silent, so that a new language needs no code.
 */
export interface LanguageHabits {
  /** Pairs of quotation marks that the language uses, the usual first: [["“", "”"], ["«", "»"]]. */
  quotationMarks?: [open: string, close: string][];
  /** Marks that open what "?" and "!" close: {"?": "¿", "!": "¡"}. */
  invertedMarks?: Record<string, string>;
  /** Names of months, days, peoples and languages, which the language writes in lower case. */
  lowerCase?: string[];
  /** Words with a full stop that end no sentence: ["p. ej.", "Sr.", "n.º"]. */
  abbreviations?: string[];
  /** Articles, prepositions and the like, which do not tell one name from another. */
  functionWords?: string[];
  /** Contractions by what they stand for: {"del": "de el", "da": "de a"}. */
  contractions?: Record<string, string>;
  /** Words that may rightly stand twice in a row. */
  doubledWords?: string[];
  /** Least and greatest length of a translation into this language, as a share of the source's length. */
  lengthRatio?: [least: number, greatest: number];
  /** Further data of a rule, by its own key. */
  [rule: string]: unknown;
}
