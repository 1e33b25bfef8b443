import type { Diagnostic, Extraction, Graph, RecordEntry, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { listSpokenOf } from './list-spoken-of.ts';

/**
 * Finds records that nothing speaks of: no annotation in any text, no value of another entity. A record of a type that
 * needs no name (an observation, a note) speaks of others and is of use when it does; works of a
 * bibliography are asked for by checkUncited. What publications share is of use to one of them, some day.
 * Findings: record-is-used.
 */
export function checkUse(
  graph: Graph,
  records: RecordEntry[],
  texts: Extraction[],
  vocabulary: Vocabulary,
): Diagnostic[] {
  const { used, speaking } = listSpokenOf(graph, texts, vocabulary);
  const listed = new Set(
    records.filter((record) => record.source === 'bibliography').map((record) => record.id),
  );
  return records
    .filter(({ id, isShared }) => !isShared && !used.has(id) && !speaking.has(id) && !listed.has(id))
    .map((record) => diagnose('record-is-used', record.location, { entity: record.id }));
}
