import type { Diagnostic, Extraction, Language, RecordEntry } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { compareText } from '../values/compare-text.ts';

/** The source text first, then the editions as configured; each in the order of the document. */
export function inOrder(extractions: Extraction[], languages: Language[], source: Language): Extraction[] {
  const order = [source, ...languages];
  return [...extractions]
    .sort((a, b) => order.indexOf(a.language) - order.indexOf(b.language))
    .map((text) => ({
      ...text,
      statements: [...text.statements].sort((a, b) => a.segment - b.segment || a.order - b.order),
      mentions: [...text.mentions].sort((a, b) => a.segment - b.segment || a.order - b.order),
    }));
}

/** Bibliography before records, then by id and place; of two with one id and source, the first. */
export function uniqueRecords(records: RecordEntry[], report: (finding: Diagnostic) => void): RecordEntry[] {
  const sorted = [...records].sort(
    (a, b) =>
      compareText(a.source, b.source) ||
      compareText(a.id, b.id) ||
      compareText(a.location.path, b.location.path) ||
      a.location.start.line - b.location.start.line ||
      a.location.start.column - b.location.start.column,
  );
  const firsts = new Map<string, RecordEntry>();
  return sorted.filter((record) => {
    const key = `${record.source} ${record.id}`;
    const first = firsts.get(key);
    if (!first) firsts.set(key, record);
    else {
      const related = [{ location: first.location, role: 'first' }];
      const { key } = record;
      const isKey = key !== undefined && first.key !== undefined && key !== first.key;
      const keys = isKey ? { context: 'keys', key, other: first.key ?? '' } : {};
      report(diagnose('entity-id-is-unique', record.location, { id: record.id, ...keys }, related));
    }
    return !first;
  });
}
