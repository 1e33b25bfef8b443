import type { EntityId, Json, Language, Property } from '../model.ts';
import type { ReadsCldr } from './cldr-locale.ts';
import type { LocaleWords } from './locale-words.ts';
import type { NumberWriter } from './number-writer.ts';

export interface WriteOptions {
  /** Name of an entity in the writer's language; the id where it is not given. */
  label?: (id: EntityId) => string;
}

/** What writing in one edition's words needs. */
export interface WritingEdition {
  /** Decides numbers and dates ("es-PE"). */
  tag: string;
  language: Language;
  words: LocaleWords;
  numbers: NumberWriter;
  /** A date of EDTF level 0. */
  date: (date: string) => string;
  /** With the language's conjunction. */
  list: (items: string[]) => string;
  cldr: ReadsCldr;
  /** A value of whatever property, such as a part of the one that is being written. */
  write: WordWriter;
}

/** Writes one canonical value; '' where the language has no words for it. */
export type WordWriter = (value: Json, property: Property, options: WriteOptions) => string;
