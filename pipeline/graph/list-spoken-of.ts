import type { EntityId, Extraction, Graph, Vocabulary } from '../model.ts';
import { parseTarget } from '../values/entity-id.ts';
import { kindOf } from '../values/kind-of.ts';
import { labelProperty } from './label-property.ts';
import { visitValues } from './visit-values.ts';

/** What a project speaks of. */
export interface SpokenOf {
  /** Entities that an annotation of any text or a value of another entity names. */
  used: Set<EntityId>;
  /** Entities that need no name, an observation or a note, and name others. */
  speaking: Set<EntityId>;
}

export function listSpokenOf(graph: Graph, texts: readonly Extraction[], vocabulary: Vocabulary): SpokenOf {
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
  return { used, speaking };
}
