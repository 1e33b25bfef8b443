import type { Language, LanguageHabits, ProjectFiles } from '../model.ts';
import { readLanguageFile } from './language-files.ts';

/** The habits of a language: locales/<language>/quality.json, the project's own file over the built-in one, key by key. */
export function readHabits(files: ProjectFiles, language: Language): LanguageHabits {
  return readLanguageFile<LanguageHabits>(files, `locales/${language}/quality.json`, {});
}
