import { expect } from 'vitest';
import { type PoEntry, type PoFile, stateOf } from '../../pipeline/translation/po-file.ts';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';
import { openDrafts } from '../../pipeline/translation/workbench/draft.ts';
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

/**
 * A file as a command writes it that changes one entry: a draft for a gap before all others, which is taken away again. A
 * catalog with a gap of its own stays as it is but for that one.
 */
export function writePo(file: PoFile): string {
  const gap = entryOf('gap', '');
  const po = { ...file, entries: [gap, ...file.entries] };
  const bench = benchOf({ segments: [], po, text: '' });
  const [catalog] = openDrafts(bench, [], { editions: [], publications: [] }).catalogs;
  const open = catalog?.gaps.find(({ entry }) => entry === gap);
  if (!catalog || !open) throw new Error('no gap');
  const { text } = catalog.apply(new Map([[open, 'draft']]), 'nobody');
  const drafted = ['# Drafted by machine: nobody', '#, fuzzy', 'msgid "gap"', 'msgstr "draft"', '', ''];
  const before = drafted.join(file.eol);
  expect(text.startsWith(before)).toBe(true);
  return text.slice(before.length);
}

/** Strings and state of each entry but the header. */
export function statesOf({ entries }: PoFile): { msgstr: string; state: string }[] {
  return entries.map((entry) => ({ msgstr: entry.msgstr, state: stateOf(entry) }));
}
