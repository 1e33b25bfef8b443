import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { isHeader, type PoEntry } from '../../pipeline/translation/po-file.ts';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';
import { runInProcess } from './run-in-process.ts';

/** A folder for each history: before.md and before.po, after.md, and after.po as the synchronization makes it. */
export const historiesFolder = path.join(import.meta.dirname, 'edit-histories');
export const histories = readdirSync(historiesFolder).filter((name) => name !== 'project');

export const catalogPath = 'locales/es/border.po';
export const templatePath = 'locales/border.pot';
const articlePath = 'source/border/article.md';

export function readHistory(history: string, file: string): string {
  return readFileSync(path.join(historiesFolder, history, file), 'utf8');
}

export function hasHistory(history: string, file: string): boolean {
  return existsSync(path.join(historiesFolder, history, file));
}

/** Makes a project with the article and catalog of a history before the edit. */
export function openHistory(history: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-history-'));
  cpSync(path.join(historiesFolder, 'project'), folder, { recursive: true });
  mkdirSync(path.join(folder, path.dirname(catalogPath)), { recursive: true });
  writeFileSync(path.join(folder, articlePath), readHistory(history, 'before.md'));
  writeFileSync(path.join(folder, catalogPath), readHistory(history, 'before.po'));
  return folder;
}

/** Writes the article, where one is given, and returns the catalog after a synchronization. */
export async function sync(folder: string, article?: string): Promise<string> {
  if (article !== undefined) writeFileSync(path.join(folder, articlePath), article);
  const { code, out, err } = await runInProcess(folder, 'catalog', 'sync');
  expect({ code, err }, out).toEqual({ code: 0, err: '' });
  return readFileSync(path.join(folder, catalogPath), 'utf8');
}

/** Entries of a catalog without its header. */
export function entriesOf(text: string): PoEntry[] {
  const { value, diagnostics } = readCatalog({ path: catalogPath, text }, 'es');
  expect(diagnostics).toEqual([]);
  return value.entries.filter((entry) => !isHeader(entry));
}

export const states = ['kept', 'fuzzy', 'new', 'obsolete'] as const;

export function stateOf({ obsolete, fuzzy, msgstr }: PoEntry): (typeof states)[number] {
  if (obsolete) return 'obsolete';
  if (msgstr === '') return 'new';
  return fuzzy ? 'fuzzy' : 'kept';
}

/** State of each msgid, as lines. */
export function listStates(text: string): string[] {
  return entriesOf(text)
    .map((entry) => `${stateOf(entry)}: ${entry.msgid}`)
    .sort();
}
