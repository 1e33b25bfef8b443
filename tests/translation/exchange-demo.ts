import { createHash } from 'node:crypto';
import type { Glossary } from '../../pipeline/model.ts';
import { type Identify, unitId } from '../../pipeline/translation/exchange/exchange-unit.ts';
import { listUnits } from '../../pipeline/translation/exchange/list-units.ts';
import { mergeUnits } from '../../pipeline/translation/exchange/merge-units.ts';
import { readXliff } from '../../pipeline/translation/exchange/read-xliff.ts';
import { writeXliff } from '../../pipeline/translation/exchange/write-xliff.ts';
import { emptyEntry } from '../../pipeline/translation/new-entry.ts';
import { type PoEntry, type PoFile, stateOf } from '../../pipeline/translation/po-file.ts';

const path = 'locales/es/demo.po';
export const footnotes = ['note'];

export const digest = (text: string) => createHash('sha256').update(text).digest('hex');

const glossary: Glossary = {
  terms: new Map(),
  find: () => [],
  named: () => [],
  match: (words) => (words === 'Peru' ? { text: 'Peru', role: 'name' } : undefined),
  holds: () => false,
  name: () => undefined,
};

const identify: Identify = (url) =>
  url.startsWith('country:')
    ? {
        iri: `https://example.org/id/${url.replace(':', '/')}`,
        type: 'https://example.org/def#Country',
        entity: url,
      }
    : undefined;

export function entryOf(msgid: string, msgstr: string, more: Partial<PoEntry> = {}): PoEntry {
  return { ...emptyEntry(path), msgid, msgstr, ...more };
}

export function poOf(entries: PoEntry[]): PoFile {
  return { path, entries, trailer: [], eol: '\n' };
}

export const idOf = (msgid: string) => unitId(msgid, undefined, digest);

/** The XLIFF of a catalog whose text has a paragraph for every entry. */
export function exportDemo(po: PoFile): string {
  const location = {
    path: 'source/demo/article.md',
    start: { line: 1, column: 1 },
    end: { line: 1, column: 2 },
  };
  const segments = po.entries.map((entry, index) => ({
    index,
    kind: 'paragraph' as const,
    markdown: entry.msgid,
    location,
    section: 's-one',
    node: undefined,
    key: undefined,
  }));
  const { units } = listUnits(segments, po, footnotes, digest);
  const pair = { source: { tag: 'en-US', language: 'en' }, target: { tag: 'es-PE', language: 'es' } };
  const text = { original: location.path, ...pair, units };
  return writeXliff(text, { identify, glossary, digest });
}

/** What an XLIFF file does to a catalog. */
export function importDemo(po: PoFile, text: string) {
  const read = readXliff({ path: 'exchange/demo.xlf', text });
  const units = read.value?.texts.flatMap((part) => part.units) ?? [];
  const merged = mergeUnits(po, units, footnotes, digest);
  const found = [...read.diagnostics, ...merged.diagnostics].map(({ rule, values }) => [
    rule,
    values.code ?? '',
  ]);
  const states = merged.po.entries.map((entry) => ({ msgstr: entry.msgstr, state: stateOf(entry) }));
  return { ...merged, found, states };
}
