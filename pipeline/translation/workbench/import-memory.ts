/** The way from a translation memory of another tool into ours: what `tinkuy catalog import` runs for TMX. */

import type { Diagnostic, Language, ProjectFiles, Staged } from '../../model.ts';
import { resolveSeverity } from '../../rules/resolve-severity.ts';
import { choosePairs } from '../exchange/choose-variants.ts';
import { markAsText } from '../exchange/mark-as-text.ts';
import { addToMemory, type MemoryAdditions } from '../exchange/merge-memory.ts';
import { readTmx } from '../exchange/read-tmx.ts';
import type { PoFile } from '../po-file.ts';
import { readPo } from '../read-po.ts';
import { writeCatalog } from '../write-catalog.ts';
import { openWorkbench } from './open-workbench.ts';

/** What a memory has become. */
export interface ImportedMemory {
  files: { path: string; text: string; before: string | null }[];
  /** Numbers of translations, by what became of them; `skipped` counts units without a pair of our languages. */
  counts: { added: number; known: number; skipped: number };
}

/** Takes a TMX file piece by piece; nothing of it is kept that is not needed. */
export interface MemoryImport {
  write: (chunk: string) => void;
  /** The value is undefined where the file, or a text or catalog of the project, has an error. */
  finish: () => Staged<ImportedMemory | undefined>;
}

/**
 * Begins to take the translations of a TMX file into `locales/<lang>/memory/<name>.po`, for the languages of the
 * project's texts and editions.
 *
 * @param path of the TMX file, for findings; @param name of the memory, fit for a file
 */
export function importMemory(files: ProjectFiles, path: string, name: string): MemoryImport {
  const { value: workbench, diagnostics } = openWorkbench(files);
  const { editions } = workbench.configuration;
  const spoken = new Set(workbench.texts.map(({ language }) => language));
  const sources = editions.filter(({ language }) => spoken.has(language));
  const memories = new Map<Language, MemoryAdditions>();
  const memoryOf = (language: Language): MemoryAdditions => {
    const pathOf = (part: number) => `locales/${language}/memory/${name}${part > 1 ? `-${part}` : ''}.po`;
    const made = addToMemory(readParts(files, pathOf, diagnostics), { name, language, pathOf });
    memories.set(language, made);
    return made;
  };
  for (const { language } of editions) memoryOf(language);
  const counts = { added: 0, known: 0, skipped: 0 };
  const reader = readTmx(path, (unit) => {
    const pairs = choosePairs(unit, sources, editions);
    if (pairs.length === 0) counts.skipped += 1;
    const read = unit.isOwn ? (text: string) => text : markAsText;
    for (const { target, msgid, msgstr } of pairs) {
      const isNew = memories.get(target)?.add(read(msgid), read(msgstr)) === true;
      counts[isNew ? 'added' : 'known'] += 1;
    }
  });
  return {
    write: reader.write,
    finish: () => {
      diagnostics.push(...reader.close());
      if (resolveSeverity(diagnostics, {}, false).some(({ severity }) => severity === 'error')) {
        return { value: undefined, diagnostics };
      }
      const texts = new Map(files.own.map((file) => [file.path, file.text]));
      const changed = [...memories.values()].flatMap((memory) => memory.finish());
      const written = changed.map((po) => ({
        path: po.path,
        text: writeCatalog(po),
        before: texts.get(po.path) ?? null,
      }));
      return { value: { files: written, counts }, diagnostics };
    },
  };
}

/** The files of a memory so far, from its first to the last that is there. */
function readParts(
  files: ProjectFiles,
  pathOf: (part: number) => string,
  diagnostics: Diagnostic[],
): PoFile[] {
  const parts: PoFile[] = [];
  for (;;) {
    const file = files.own.find(({ path }) => path === pathOf(parts.length + 1));
    if (!file) return parts;
    const { value, diagnostics: found } = readPo(file);
    diagnostics.push(...found);
    parts.push(value);
  }
}
