import { createHash } from 'node:crypto';
import { readVocabulary } from '../../pipeline/graph/schema.ts';
import type { Glossary } from '../../pipeline/model.ts';
import type { PoFile } from '../../pipeline/translation/po-file.ts';
import { type ExchangeFormat, exportCatalogs } from '../../pipeline/translation/workbench/export.ts';
import { importCatalogs } from '../../pipeline/translation/workbench/import.ts';
import type { Workbench } from '../../pipeline/translation/workbench/open-workbench.ts';
import { borderSchemas, builtinSchemas } from '../graph/builtin-schemas.ts';
import { readSpanish, statesOf } from './po-sample.ts';
import { benchOf, segmentsOf } from './sample-bench.ts';

const footnotes = ['note'];
const base = 'https://example.org/';
const vocabulary = readVocabulary(builtinSchemas(), borderSchemas(), base).value;

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

const glossary: Glossary = {
  terms: new Map(),
  find: () => [],
  createFind: () => () => [],
  named: () => [],
  match: (words) => (words === 'Peru' ? { text: 'Peru', role: 'name' } : undefined),
  holds: () => false,
  name: () => undefined,
};

/** What translators get of a project of one catalog. */
export function exportFrom(bench: Workbench, format: ExchangeFormat): string {
  const options = { format, digest, version: '1.0.0', editions: [], publications: [] };
  return exportCatalogs(bench, options).value.files[0]?.text ?? '';
}

/** The file for translators of a catalog whose text has a paragraph for every entry. */
export function exportDemo(po: PoFile, format: ExchangeFormat = 'xliff'): string {
  const segments = segmentsOf(...po.entries.map(({ msgid }) => msgid));
  return exportFrom(benchOf({ segments, po, footnotes, glossary, vocabulary, base }), format);
}

/** What an XLIFF file does to a catalog. */
export function importDemo(po: PoFile, text: string) {
  const bench = benchOf({ segments: [], po, text: 'as it was', footnotes });
  const { value, diagnostics } = importCatalogs(bench, [], [{ path: 'exchange/demo.xlf', text }], digest);
  const [catalog] = value.catalogs;
  const isUntouched = catalog?.text === 'as it was';
  const after = isUntouched || !catalog ? po : readSpanish(catalog.text);
  const found = diagnostics.map(({ rule, values }) => [rule, values.code ?? '']);
  return { counts: catalog?.counts, isUntouched, found, states: statesOf(after), po: after };
}
