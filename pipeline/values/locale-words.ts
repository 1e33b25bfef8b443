import type { Relation } from '../model.ts';

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

/** Clock times in one language; case, spaces and points in words do not count: "p. m." is "pm". */
export interface ClockWords {
  /** Half of the day by the words behind a time; of "night" hours from six on are in the evening, twelve is midnight. */
  halves?: Record<string, 'am' | 'pm' | 'night'>;
  /** Words for hours behind figures: "h", "o'clock". */
  hours?: string[];
  /** Times with a name: {"noon": "12:00"}. */
  names?: Record<string, string>;
  /** Minutes by the words before or behind an hour, negative before it: {"half past": 30}, {"menos cuarto": -15}. */
  minutesBefore?: Record<string, number>;
  minutesAfter?: Record<string, number>;
  /** Of the words for minutes, those that are a time without a word before: "half past". */
  alone?: string[];
  /** Words behind which a whole number is likely an hour: "at", "às", "las". */
  at?: string[];
  /** Words before a time, or between a date and a time: "at", "on". */
  before?: string[];
  /** What is written behind times of twelve hours, before noon and after; without it times of 24 hours are written. */
  written?: [am: string, pm: string];
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
  /** What follows figures in an ordinal: "th", "º". */
  ordinalSigns?: string[];
  /** Parts of a whole in words, in lower case: {"third": "1/3"}. */
  fractions?: Record<string, string>;
  /** Words behind an ordinal that make a part of a whole of it: "partes" in "tres cuartas partes". */
  parts?: string[];
  /** Words between two numbers of which the first are so many of the second: "out of" in "three out of four". */
  shares?: string[];
  /** Words that are a number with its unit, or several that are used alike: {"dozen": ["12"], "quincena": ["15 day", "2 week"]}. */
  quantities?: Record<string, string[]>;
  /** Words that say per how long something is, by the time: {"weekly": "week"}. */
  rates?: Record<string, string>;
  /** Names of currencies besides those of CLDR, by code of ISO 4217: {"BRL": ["reais"]}. */
  currencies?: Record<string, string[]>;
  /** Words for a half more behind a number or its unit: "and a half". */
  halves?: string[];
  /** Words before figures that are a name and no quantity: "table", "version". */
  labels?: string[];
  /** Words before a Roman numeral of one letter, which is a word elsewhere: "siglo" in "siglo I". */
  numeralNames?: string[];
  /** Powers by the words behind what is raised: {"squared": 2}. */
  powers?: Record<string, number>;
  /** Words that limit a number, by what they mean, before it and behind it: {"≥": ["at least"]}. */
  relations?: Partial<Record<Relation, string[]>>;
  relationsAfter?: Partial<Record<Relation, string[]>>;
  /** Words that make a number negative, before it and behind it: "minus", "below zero". */
  negatives?: { before?: string[]; after?: string[] };
  /** Eras beside a year: {"B.C.": "bc"}. */
  eras?: Record<string, 'bc' | 'ad'>;
  /** Names of months that are usual besides those of CLDR, in lower case: {"sept": 9}. */
  monthForms?: Record<string, number>;
  /** Days of the week besides the names of CLDR, in lower case; 1 is Monday: {"mondays": 1}. */
  weekdays?: Record<string, number>;
  /** First year of a decade by its name, in lower case: {"años noventa": 1990}. */
  decades?: Record<string, number>;
  /** Words that make a decade of a number of two figures, which may be a plain number as well: "los" in "los 90". */
  decadeArticles?: string[];
  /** Powers of ten by their sign behind figures of money, besides those of CLDR, in lower case but where small letters are a unit: {"bn": 9, "MM": 6}. */
  suffixes?: Record<string, number>;
  /** Words between a number and its unit: "de" in "2 millones de habitantes". */
  connectors?: string[];
  /** Words around the ends of a period: ["from", "to"]; '' where no word comes before: ["", "to"]. */
  ranges?: [before: string, between: string][];
  /** How dates are written and read, where CLDR has no names of months or other ones. */
  dates?: DateWords;
  /** Whether dates in figures have the day before the month wherever the language is written: 5/12 has one reading then. */
  dayFirst?: boolean;
  /** How the first day of a month is written where it is not "1": "1º". */
  firstDay?: string;
  /** By code of the qualifier: "about {{value}}". */
  qualifiers?: Record<string, string>;
  booleans?: { true: string; false: string };
  /** Words of points: for each direction, the first of which is written, and those that are passed over ("latitude"). */
  coordinates?: Partial<Record<'N' | 'S' | 'E' | 'W' | 'ignored', string[]>>;
  /** Words of clock times. */
  clock?: ClockWords;
  /** By code of schemas/units.json. */
  units: Record<string, UnitWords>;
}
