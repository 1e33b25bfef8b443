/** Words of a unit in one language. Forms are read; the symbol, or the name where there is none, is written. */
export interface UnitWords {
  /** All that an author may write after the number, or before it for money: "km", "kilometre", "US$". */
  forms?: string[];
  symbol?: string;
  /** Whether the symbol follows the number without a space: "28%". */
  tight?: boolean;
  /** Whether the symbol stands before the number: "US$ 5". */
  before?: boolean;
  /** By CLDR plural category: "{{value}} inhabitant", "{{value}} inhabitants". */
  [name: `name_${string}`]: string;
}

/** Dates in one language. */
export interface DateWords {
  /** From January on. */
  months: string[];
  /** A whole date: "{{day}} {{month}} {{year}}". */
  day: string;
  /** A month of a year: "{{month}} {{year}}". */
  month: string;
}

/** Contents of locales/<language>/values.json: the words of values in one language. */
export interface LocaleWords {
  /** Numbers in words of one word, in lower case: {"one": 1, "thirty": 30}. */
  numbers: Record<string, number>;
  /** Powers of ten by their word, in lower case: {"hundred": 2, "thousand": 3, "million": 6}. */
  scales: Record<string, number>;
  /** Words inside a number in words: "y" in "treinta y cinco". */
  joiners?: string[];
  /** Ordinals in words, in lower case, in all their forms: {"third": 3}. */
  ordinals?: Record<string, number>;
  /** First year of a decade by its name, in lower case: {"años noventa": 1990}. */
  decades?: Record<string, number>;
  /** Words between a number and its unit: "de" in "2 millones de habitantes". */
  connectors?: string[];
  /** Words around the ends of a period: ["from", "to"]; '' where no word comes before: ["", "to"]. */
  ranges?: [before: string, between: string][];
  /** How dates are written and read, where CLDR has no names of months or other ones. */
  dates?: DateWords;
  /** How the first day of a month is written where it is not "1": "1º". */
  firstDay?: string;
  /** By code of the qualifier: "about {{value}}". */
  qualifiers?: Record<string, string>;
  booleans?: { true: string; false: string };
  /** By code of schemas/units.json. */
  units: Record<string, UnitWords>;
}
