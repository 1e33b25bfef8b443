/**
 * Habits of one language, out of locales/<language>/quality.json; a project's own file is laid over the built-in one,
 * key by key. Everything may be missing: a rule without its data is silent, so that a new language needs no code.
 */
export interface LanguageHabits {
  /** Pairs of quotation marks that the language uses, the usual first: [["“", "”"], ["«", "»"]]. */
  quotationMarks?: [open: string, close: string][];
  /** Marks that open what "?" and "!" close: {"?": "¿", "!": "¡"}. */
  invertedMarks?: Record<string, string>;
  /** Sequences of signs that the language writes otherwise, with what it writes: {".”": "”."}. */
  punctuation?: Record<string, string>;
  /** Signs before which the language has a space: [":", "»"]; and those after which it has one: ["«"]. */
  spaceBefore?: string[];
  spaceAfter?: string[];
  /** Signs of units that follow a number without a space: ["%"]. */
  tightUnits?: string[];
  /** Whether headings have a capital on every word. */
  titleCase?: boolean;
  /** Names of months, days, peoples and languages, which the language writes in lower case. */
  lowerCase?: string[];
  /** Such names that the language always writes with a capital, as written: ["Peruvian", "January"]. */
  upperCase?: string[];
  /** Words with a full stop that end no sentence: ["p. ej.", "Sr.", "n.º"]. */
  abbreviations?: string[];
  /** Articles, prepositions and the like, which do not tell one name from another. */
  functionWords?: string[];
  /** Contractions by what they stand for: {"del": "de el", "da": "de a"}. */
  contractions?: Record<string, string>;
  /** Endings of plurals by those of the singular, where a stemmer keeps them apart: {"ões": "ão", "ns": "m"}. */
  pluralEndings?: Record<string, string>;
  /** Words that translations of the project do not use, by what to write instead: {"faixa fronteiriça": "faixa de fronteira"}. */
  avoidedTerms?: Record<string, string>;
  /** Words that may rightly stand twice in a row. */
  doubledWords?: string[];
  /** Least and greatest length of a translation into this language, as a share of the source's length. */
  lengthRatio?: [least: number, greatest: number];
  /** Words that are alike in other languages, so that a translation may be the same: ["hotel", "total"]. */
  wordsAlike?: string[];
  /** Languages so near that a few words are often the same. */
  akin?: string[];
  /** Frequent small words that show a text to be in this language, as they are none of the languages beside it. */
  tellingWords?: string[];
  /** How translators mark notes of their own: ["N. del T."]. */
  translatorsNotes?: string[];
  /** Further data of a rule, by its own key. */
  [rule: string]: unknown;
}
