import { createReader } from './document/create-reader.ts';
import { createWriter, type ValueWriter } from './document/create-writer.ts';
import type { LocaleWords } from './document/locale-words.ts';
import type { ValueReader } from './document/value-reader.ts';
import { createFurniture, type Translate } from './furniture.ts';
import type { EditionConfiguration, ProjectFiles, SourceFile, Vocabulary } from './model.ts';
import type { LanguageHabits } from './translation/quality/language-habits.ts';

/** How one edition reads and writes: its values and the words around its text. */
export interface EditionWords {
  reader: ValueReader;
  writer: ValueWriter;
  t: Translate;
  habits: LanguageHabits;
}

/** Gathers locales/<language>/, the project's own files after the built-in ones, so that they win. */
export function createEditionWords(
  files: ProjectFiles,
  { language, tag }: EditionConfiguration,
  vocabulary: Vocabulary,
): EditionWords {
  const all = [...files.builtin, ...files.own];
  const words = readLocaleWords(all, language);
  return {
    reader: createReader(tag, language, words, vocabulary),
    writer: createWriter(tag, language, words, vocabulary),
    t: createFurniture(all, language),
    habits: readJson<LanguageHabits>(all, `locales/${language}/quality.json`, {}),
  };
}

/** A language without its own values.json reads and writes bare numbers, dates and unit codes. */
function readLocaleWords(files: SourceFile[], language: string): LocaleWords {
  return readJson<LocaleWords>(files, `locales/${language}/values.json`, {
    numbers: {},
    scales: {},
    units: {},
  });
}

/** All files of a path laid over each other, key by key. */
function readJson<T extends object>(files: SourceFile[], path: string, empty: T): T {
  const merged = { ...empty };
  for (const file of files) if (file.path === path) Object.assign(merged, JSON.parse(file.text) as T);
  return merged;
}
