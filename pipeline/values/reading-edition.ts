import type { Language, Property, Vocabulary } from '../model.ts';
import type { ReadsCldr } from './cldr-locale.ts';
import type { LocaleWords } from './locale-words.ts';
import type { DateReader } from './read-date.ts';
import type { NumberReader } from './read-number.ts';
import type { ReadResult } from './value-reader.ts';

/** What reading one edition's words needs. */
export interface ReadingEdition {
  /** Decides how numbers are read ("es-PE"). */
  tag: string;
  language: Language;
  words: LocaleWords;
  vocabulary: Vocabulary;
  numbers: NumberReader;
  dates: DateReader;
  cldr: ReadsCldr;
}

/** Reads words, without space around them, as a value of one kind. */
export type WordReader = (text: string, property: Property) => ReadResult;
