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

/**
 * Bibliography before records, then by id, the project's before the publication's, then by place. Of two of one id, source and
 * owner, the first; what the project and a publication say of one entity adds up.
 */
export function uniqueRecords(records: RecordEntry[], report: (finding: Diagnostic) => void): RecordEntry[] {
  const sorted = [...records].sort(
    (a, b) =>
      compareText(a.source, b.source) ||
      compareText(a.id, b.id) ||
      Number(b.isShared ?? false) - Number(a.isShared ?? false) ||
      compareText(a.location.path, b.location.path) ||
      a.location.start.line - b.location.start.line ||
      a.location.start.column - b.location.start.column,
  );
  const firsts = new Map<string, RecordEntry>();
  const keyed = new Map<string, RecordEntry>();
  return sorted.filter((record) => {
    const owner = `${record.isShared ?? false} ${record.source} ${record.id}`;
    const [first, other] = [firsts.get(owner), keyed.get(record.id)];
    if (!first) firsts.set(owner, record);
    if (!other && record.key !== undefined) keyed.set(record.id, record);
    const isKey = other !== undefined && record.key !== undefined && record.key !== other.key;
    const rival = first ?? (isKey ? other : undefined);
    if (rival) {
      const related = [{ location: rival.location, role: 'first' }];
      const keys = isKey ? { context: 'keys', key: record.key ?? '', other: other.key ?? '' } : {};
      report(diagnose('entity-id-is-unique', record.location, { id: record.id, ...keys }, related));
    }
    return !rival;
  });
}
