import type { Json, KindName, Language, Property, Vocabulary } from '../model.ts';
import type { ReadsCldr } from './cldr-locale.ts';
import { createDateWording } from './date-wording.ts';
import { holdsList } from './holds-list.ts';
import { isObject } from './json-value.ts';
import { kindOf } from './kind-of.ts';
import type { LocaleWords } from './locale-words.ts';
import { createNumberWriter } from './number-writer.ts';
import type { WordWriter, WriteOptions, WritingEdition } from './writing-edition.ts';

/** Writes canonical values in the words of one edition. */
export interface ValueWriter {
  /** Lists come with the language's conjunction; a text without words in the language is ''. */
  write: (value: Json, property: Property, options?: WriteOptions) => string;
  /** A date of EDTF level 0 that is no value of a property. */
  date: (date: string) => string;
}

/**
 * Makes the writer of one edition's values; what it writes for numbers, quantities, dates and periods, the reader of
 * the same tag reads back.
 *
 * @param tag decides numbers and dates ("es-PE"); @param words locales/<language>/values.json
 * @param cldr CLDR's signs of currencies; without them codes are written
 */
export function createWriter(
  tag: string,
  language: Language,
  words: LocaleWords,
  _vocabulary: Vocabulary,
  cldr: ReadsCldr = () => undefined,
): ValueWriter {
  const conjunction = new Intl.ListFormat(tag, { type: 'conjunction' });
  const numbers = createNumberWriter(tag);
  const edition: WritingEdition = {
    tag,
    language,
    words,
    numbers,
    date: createDateWording(tag, words, numbers),
    list: (items) => conjunction.format(items),
    cldr,
    write: (value, property, options) => write(value, property, options),
  };
  const writers = new Map<KindName, WordWriter>();
  const write = (value: Json, property: Property, options: WriteOptions): string => {
    if (Array.isArray(value) && holdsList(property))
      return edition.list(value.map((item) => write(item, property, options)));
    const kind = kindOf(property);
    if (isObject(value) && kind.instanceType !== 'object' && kind.instanceType !== 'any') return '';
    const writeOne = writers.get(property.kind) ?? kind.createWriter(edition);
    writers.set(property.kind, writeOne);
    return writeOne(value, property, options);
  };
  return { write: (value, property, options = {}) => write(value, property, options), date: edition.date };
}
