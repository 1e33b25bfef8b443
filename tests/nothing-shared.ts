import { openSharedRecords } from '../pipeline/graph/shared/open-shared-records.ts';
import type { RecordEntry, Vocabulary } from '../pipeline/model.ts';

/** What the publications of a project share that has one publication, and nothing beside it. */
export function nothingShared(vocabulary: Vocabulary) {
  const none = { records: [], bibliographies: [], register: undefined };
  return {
    shared: openSharedRecords(none, { vocabulary, formats: undefined }).value,
    citableBy: () => [],
    take: (_named: unknown, records: RecordEntry[]) => ({ value: records, diagnostics: [] }),
  };
}
