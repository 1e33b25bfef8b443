import type { KindName, Language, Vocabulary } from '../model.ts';
import type { ReadsCldr } from './cldr-locale.ts';
import { kindOf } from './kind-of.ts';
import type { LocaleWords } from './locale-words.ts';
import { createDateReader } from './read-date.ts';
import { createNumberReader } from './read-number.ts';
import type { ReadingEdition, WordReader } from './reading-edition.ts';
import type { ValueReader } from './value-reader.ts';

/**
 * Makes the reader of one edition's words.
 *
 * @param tag decides how numbers are read ("es-PE"); @param words locales/<language>/values.json
 * @param cldr CLDR's names and signs of currencies; without them codes are read
 */
export function createReader(
  tag: string,
  language: Language,
  words: LocaleWords,
  vocabulary: Vocabulary,
  cldr: ReadsCldr = () => undefined,
): ValueReader {
  const numbers = createNumberReader(tag, words);
  const dates = createDateReader(tag, language, words);
  const edition: ReadingEdition = { tag, language, words, vocabulary, numbers, dates, cldr };
  const readers = new Map<KindName, WordReader>();
  return {
    read: (found, property) => {
      const kind = kindOf(property);
      const read = readers.get(property.kind) ?? kind.createReader(edition);
      readers.set(property.kind, read);
      return read((kind.isVerbatim ? found : found.normalize('NFC')).trim(), property);
    },
  };
}
