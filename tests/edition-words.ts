import { readdirSync, readFileSync } from 'node:fs';
import type { SourceFile, Vocabulary } from '../pipeline/model.ts';
import { createEditionWords } from '../pipeline/project/edition-words.ts';
import { packageRoot } from './package-root.ts';

/** How an edition reads and writes values. */
export type EditionWords = ReturnType<typeof createEditionWords>;

interface Given {
  /** What a project says in locales/<lang>/values.json; the words of the tool are not there then. */
  own?: Record<string, unknown>;
  cldr?: Parameters<typeof createEditionWords>[3];
}

/** How an edition with this tag reads and writes, by the words that come with the tool; many languages have none. */
export function editionWords(tag: string, vocabulary: Vocabulary, { own, cldr }: Given = {}): EditionWords {
  const language = tag.split('-')[0] ?? '';
  const path = `locales/${language}/values.json`;
  const files = own
    ? { builtin: [], own: [{ path, text: JSON.stringify(own) }] }
    : { builtin: builtinWords(language), own: [] };
  return createEditionWords(files, { language, tag }, vocabulary, cldr);
}

function builtinWords(language: string): SourceFile[] {
  const folder = `locales/${language}`;
  if (!readdirSync(`${packageRoot}locales`).includes(language)) return [];
  return ['citations', 'edition', 'quality', 'values'].map((name) => {
    const path = `${folder}/${name}.json`;
    return { path, text: readFileSync(packageRoot + path, 'utf8') };
  });
}
