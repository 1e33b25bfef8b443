import { expect } from 'vitest';
import { type PoEntry, type PoFile, stateOf } from '../../pipeline/translation/po-file.ts';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';
import { confirmCatalogs } from '../../pipeline/translation/workbench/confirm.ts';
import { syncCatalogs } from '../../pipeline/translation/workbench/sync.ts';
import { benchOf } from './sample-bench.ts';

const path = 'locales/es/demo.po';

/** An entry that stands in no file yet. */
export function entryOf(msgid: string, msgstr: string, more: Partial<PoEntry> = {}): PoEntry {
  const point = { line: 1, column: 1, offset: 0 };
  const location = { path, start: point, end: point };
  return {
    comments: [],
    remarks: [],
    extracted: [],
    references: [],
    flags: [],
    fuzzy: false,
    obsolete: false,
    previous: undefined,
    msgctxt: undefined,
    msgid,
    msgstr,
    body: undefined,
    readable: true,
    location,
    locate: () => location,
    ...more,
  };
}

export function poOf(entries: PoEntry[]): PoFile {
  return { path, entries, trailer: [], eol: '\n' };
}

export function readSpanish(text: string): PoFile {
  return readCatalog({ path, text }, 'es').value;
}

/** The catalog that a text without words gets. */
export function newCatalog(): PoFile {
  const { catalogs } = syncCatalogs(benchOf({ segments: [] }), []).value;
  return readSpanish(catalogs.find((one) => one.path === path)?.text ?? '');
}

/** A file as a command writes it that confirms one entry, which stands before all others and is taken away again. */
export function writePo(file: PoFile): string {
  const confirmed = entryOf('confirmed', 'confirmado', { fuzzy: true });
  const bench = benchOf({ segments: [], po: { ...file, entries: [confirmed, ...file.entries] }, text: '' });
  const request = { all: false, lines: [{ path: undefined, line: 1 }], editions: [], publications: [] };
  const text = confirmCatalogs(bench, [], request).catalogs[0]?.text ?? '';
  const before = ['msgid "confirmed"', 'msgstr "confirmado"', '', ''].join(file.eol);
  expect(text.startsWith(before)).toBe(true);
  return text.slice(before.length);
}

/** Strings and state of each entry but the header. */
export function statesOf({ entries }: PoFile): { msgstr: string; state: string }[] {
  return entries.map((entry) => ({ msgstr: entry.msgstr, state: stateOf(entry) }));
}
