import type { TermForm } from './csl-terms.ts';

/** A number of a locator, a range of two, or one with those that follow it: "55 ff." */
export interface CitedNumber {
  /** As it is written, without the sign of an ordinal: "12", "xii", "A-3", "5:16". */
  from: string;
  /** Undefined where it is no range. */
  to: string | undefined;
  following: 'one' | 'several' | undefined;
}

/** One kind and its numbers: "pp. 12-15, 20". */
export interface CitedPart {
  /**
   * Kinds that the label may be of, the likeliest first; CSL's names, and those of locales/<language>/citations.json. None for
   * words that are no label, such as "passim".
   */
  kinds: readonly string[];
  /** How the label is written; undefined without one. */
  form: TermForm | undefined;
  isCapitalized: boolean;
  /** Whether the label is that of several: "pp." */
  isPlural: boolean;
  numbers: readonly CitedNumber[];
  /** What stands for numbers: the headword of "s.v. river", words that are no label; '' otherwise. */
  words: string;
}

/** A locator as it was read: "chap. 7, p. 5" has two parts. Undefined parts where a label is of no known kind. */
export type CitedPlace =
  | { parts: readonly CitedPart[]; unknown?: undefined }
  | { parts?: undefined; unknown: string };
