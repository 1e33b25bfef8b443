import type { Diagnostic, Language, ProjectFiles, Staged } from '../../model.ts';
import { findUnread } from '../../rules/find-unread.ts';
import { addToMemory, type MemoryAdditions } from '../exchange/add-to-memory.ts';
import { choosePairs } from '../exchange/choose-pairs.ts';
import { markAsText } from '../exchange/mark-as-text.ts';
import { readTmx } from '../exchange/read-tmx.ts';
import type { PoFile } from '../po-file.ts';
import { readPo } from '../read-po.ts';
import { writeCatalog } from '../write-catalog.ts';
import type { Workbench } from './open-workbench.ts';

/** What a memory has become. */
export interface ImportedMemory {
  files: { path: string; text: string; before: string | null }[];
  /** Numbers of translations, by what became of them; `skipped` counts units without a pair of our languages. */
  counts: { added: number; known: number; skipped: number };
  /** Paths of memories that stay as they are, for they were not read in full. */
  unread: string[];
}

/** Takes a TMX file piece by piece; nothing of it is kept that is not needed. */
export interface MemoryImport {
  write: (chunk: string) => void;
  /** The value is of use only where no finding is an error. */
  finish: () => Staged<ImportedMemory>;
}

/**
 * Begins to take the translations of a TMX file into `locales/<lang>/memory/<name>.po`, for the languages of the
 * project's texts and editions.
 *
 * @param found what was found while the project was read
 * @param file the TMX file, for findings, and the name of the memory, fit for a file
 */
export function importMemory(
  { configuration, texts, files }: Workbench,
  found: readonly Diagnostic[],
  { path, name }: { path: string; name: string },
): MemoryImport {
  const diagnostics: Diagnostic[] = [];
  const { editions } = configuration;
  const spoken = new Set(texts.map(({ language }) => language));
  const sources = editions.filter(({ language }) => spoken.has(language));
  const memories = new Map<Language, MemoryAdditions>();
  const unread: string[] = [];
  for (const { language } of editions) {
    const pathOf = (part: number) => `locales/${language}/memory/${name}${part > 1 ? `-${part}` : ''}.po`;
    const memory = readParts(files, pathOf, found);
    diagnostics.push(...memory.diagnostics);
    if (memory.value.unread) unread.push(memory.value.unread);
    else memories.set(language, addToMemory(memory.value.parts, { name, language, pathOf }));
  }
  const counts = { added: 0, known: 0, skipped: 0 };
  const reader = readTmx(path, (unit) => {
    const pairs = choosePairs(unit, sources, editions);
    if (pairs.length === 0) counts.skipped += 1;
    const read = unit.isOwn ? (text: string) => text : markAsText;
    for (const { target, msgid, msgstr } of pairs) {
      const isNew = memories.get(target)?.add(read(msgid), read(msgstr));
      if (isNew !== undefined) counts[isNew ? 'added' : 'known'] += 1;
    }
  });
  return {
    write: reader.write,
    finish: () => {
      diagnostics.push(...reader.close());
      const before = new Map(files.own.map((file) => [file.path, file.text]));
      const changed = [...memories.values()].flatMap((memory) => memory.finish());
      const written = changed.map((po) => ({
        path: po.path,
        text: writeCatalog(po),
        before: before.get(po.path) ?? null,
      }));
      return { value: { files: written, counts, unread }, diagnostics };
    },
  };
}

/** The files of a memory so far, from its first to the last that is there; or the path of one that was not read in full. */
function readParts(
  files: ProjectFiles,
  pathOf: (part: number) => string,
  found: readonly Diagnostic[],
): Staged<{ parts: PoFile[]; unread: string | undefined }> {
  const parts: PoFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (;;) {
    const path = pathOf(parts.length + 1);
    const file = files.own.find((candidate) => candidate.path === path);
    const po = file && readPo(file);
    diagnostics.push(...(po?.diagnostics ?? []));
    const isUnread = findUnread([...found, ...diagnostics])(path);
    if (!po || isUnread) return { value: { parts, unread: isUnread ? path : undefined }, diagnostics };
    parts.push(po.value);
  }
}
