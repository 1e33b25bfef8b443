import type { Diagnostic, EntityId, Extraction, Graph, RecordEntry, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { parseTarget } from '../values/entity-id.ts';
import { kindOf } from '../values/kind-of.ts';
import { labelProperty } from './label-property.ts';
import { visitValues } from './visit-values.ts';

/**
 * Finds records that nothing speaks of: no annotation in any text, no value of another entity. A record of a type that
 * needs no name (an observation, a note) speaks of others and is of use when it does; a bibliography may list works
 * that the text does not cite.
 * Findings: record-is-used.
 */
export function checkUse(
  graph: Graph,
  records: RecordEntry[],
  texts: Extraction[],
  vocabulary: Vocabulary,
): Diagnostic[] {
  const used = new Set<EntityId>();
  const speaking = new Set<EntityId>();
  for (const text of texts) {
    for (const { entity } of [...text.mentions, ...text.statements, ...text.blanks]) used.add(entity);
  }
  for (const entity of graph.entities.values()) {
    const type = vocabulary.types.get(entity.type);
    if (!type) continue;
    visitValues(entity.properties, type.properties, (_, value, property) => {
      const { refersTo } = kindOf(property);
      if (typeof value !== 'string' || (refersTo !== 'entity' && refersTo !== 'place')) return;
      const id = parseTarget(value)?.id;
      if (id === undefined || id === entity.id) return;
      used.add(id);
      if (!type.required.includes(labelProperty)) speaking.add(entity.id);
    });
  }
  const listed = new Set(
    records.filter((record) => record.source === 'bibliography').map((record) => record.id),
  );
  return records
    .filter(({ id }) => !used.has(id) && !speaking.has(id) && !listed.has(id))
    .map((record) => diagnose('record-is-used', record.location, { entity: record.id }));
}
