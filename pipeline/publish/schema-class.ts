import { classesOf } from '../graph/classes-of.ts';
import type { Entity, Vocabulary } from '../model.ts';

const schemaOrg = 'http://schema.org/';

/** The schema.org class of an entity that says most of it: that of its code, else the first of its type; Thing where it has none. */
export function schemaClass(entity: Entity | undefined, vocabulary: Vocabulary): string {
  const type = vocabulary.types.get(entity?.type ?? '');
  if (!entity || !type) return 'Thing';
  const own = new Set(type.classes);
  const found = classesOf(entity, type).filter((iri) => iri.startsWith(schemaOrg));
  const [first] = [...found.filter((iri) => !own.has(iri)), ...found];
  return first?.slice(schemaOrg.length) ?? 'Thing';
}
