import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '../model.ts';
import type { Translate } from '../project/furniture.ts';
import { sharedFolder } from '../project/shared-folder.ts';
import { toolLanguages } from './choose-language.ts';
import { readCommandWords } from './read-words.ts';
import { UsageError } from './usage-error.ts';
import { writeFiles } from './write-files.ts';

/** Names of publications, and of entity types, which have no hyphen. */
const nameForms = { publication: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, type: /^[a-z][a-z0-9]*$/ };

/**
 * Writes files that are not there yet, all of them or none.
 *
 * @throws UsageError where one of them is there
 */
export function startFiles(root: string, files: readonly SourceFile[]): void {
  const there = files.filter(({ path: at }) => existsSync(path.join(root, at)));
  if (there.length > 0)
    throw new UsageError('wouldOverwrite', { paths: there.map(({ path: at }) => at).join(', ') });
  mkdirSync(root, { recursive: true });
  writeFiles(
    root,
    files.map((file) => ({ ...file, before: null })),
  );
}

/** Words of the first text in a language, where the tool speaks it. */
export function startWords(language: string): Translate | undefined {
  return toolLanguages.some((known) => known === language) ? readCommandWords(language) : undefined;
}

/** @throws UsageError where a name is none */
export function checkName(name: string, option: string, of: keyof typeof nameForms): string {
  if (!nameForms[of].test(name))
    throw new UsageError(of === 'type' ? 'noTypeName' : 'noName', { option, found: name });
  if (of === 'publication' && name === sharedFolder)
    throw new UsageError('sharedName', { option, found: name });
  return name;
}

/**
 * Full tags of languages by their short ones.
 *
 * @throws UsageError where one is no tag, or two are of one language
 */
export function readTags(tags: readonly string[], option: string): Map<string, string> {
  const editions = new Map<string, string>();
  for (const tag of tags) {
    const language = languageOf(tag);
    if (language === undefined || editions.has(language))
      throw new UsageError('noTag', { option, found: tag });
    editions.set(language, tag);
  }
  return editions;
}

function languageOf(tag: string): string | undefined {
  try {
    const { language, baseName } = new Intl.Locale(tag);
    return baseName === tag ? language : undefined;
  } catch {
    return undefined;
  }
}
