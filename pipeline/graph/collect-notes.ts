import type { Entity, EntityId, Graph, Vocabulary } from '../model.ts';
import { kindOf } from '../values/kind-of.ts';
import { visitValues } from './visit-values.ts';

/** Entities of role "note" by what their properties of kind `target` name, both sorted. */
export function collectNotes(entities: Map<EntityId, Entity>, vocabulary: Vocabulary): Graph['notes'] {
  const notes = new Map<string, EntityId[]>();
  for (const entity of entities.values()) {
    const type = vocabulary.types.get(entity.type);
    if (type?.role !== 'note') continue;
    visitValues(entity.properties, type.properties, (_, value, property) => {
      if (kindOf(property).refersTo !== 'place' || typeof value !== 'string') return;
      const ids = notes.get(value) ?? [];
      notes.set(value, ids);
      if (!ids.includes(entity.id)) ids.push(entity.id);
    });
  }
  return new Map(
    [...notes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([target, ids]) => [target, ids.sort()]),
  );
}
