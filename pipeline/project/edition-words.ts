import type { EditionConfiguration, LanguageHabits, ProjectFiles, Vocabulary } from '../model.ts';
import type { CitationWords } from '../values/citation-words.ts';
import type { ReadsCldr } from '../values/cldr-locale.ts';
import { createReader } from '../values/create-reader.ts';
import { createWriter, type ValueWriter } from '../values/create-writer.ts';
import { createValueFinder, type ValueFinder } from '../values/find-values.ts';
import type { LocaleWords } from '../values/locale-words.ts';
import { withNamesOfCurrencies } from '../values/named-currencies.ts';
import { remember } from '../values/remember.ts';
import type { ValueReader } from '../values/value-reader.ts';
import { createFurniture, type Translate } from './furniture.ts';
import { readLanguageFile } from './language-files.ts';
import { readHabits } from './read-habits.ts';

/** Of so many texts the values are known before all are forgotten: of more segments than most texts have. */
const textsMax = 4000;

/** How one edition reads and writes: its values and the words around its text. */
export interface EditionWords {
  reader: ValueReader;
  writer: ValueWriter;
  findValues: ValueFinder;
  t: Translate;
  habits: LanguageHabits;
  citations: CitationWords;
}

/** Gathers locales/<language>/, the project's own files over the built-in ones, so that they win; and CLDR's units and currencies. */
export function createEditionWords(
  files: ProjectFiles,
  { language, tag }: Pick<EditionConfiguration, 'language' | 'tag'>,
  vocabulary: Vocabulary,
  known?: ReadsCldr,
): EditionWords {
  // A language without its own values.json reads and writes bare numbers, dates and unit codes.
  const none: LocaleWords = { numbers: {}, scales: {}, units: {} };
  const words = readLanguageFile(files, `locales/${language}/values.json`, none);
  const cldr = known && withNamesOfCurrencies(known, tag, words.currencies);
  // Many commands compare nothing, and units and currencies have thousands of names. A source is held against each translation.
  let find: ValueFinder | undefined;
  const findValues = remember((text) => {
    find ??= createValueFinder(tag, language, words, vocabulary, cldr ?? (() => undefined));
    return find(text);
  }, textsMax);
  return {
    reader: createReader(tag, language, words, vocabulary, cldr),
    writer: createWriter(tag, language, words, vocabulary, cldr),
    findValues,
    t: createFurniture([...files.builtin, ...files.own], language),
    habits: readHabits(files, language),
    citations: readLanguageFile<CitationWords>(files, `locales/${language}/citations.json`, {}),
  };
}
