import type { EntityType, Property, Vocabulary } from '../model.ts';

/** Properties that a type declares or narrows itself, without those that it merely inherits. */
export function ownProperties(type: EntityType, vocabulary: Vocabulary): Property[] {
  const inherited = new Set<Property>();
  for (const supertype of type.supertypes) {
    for (const property of vocabulary.types.get(supertype)?.properties.values() ?? [])
      inherited.add(property);
  }
  return [...type.properties.values()].filter((property) => !inherited.has(property));
}

/** Supertypes that no other supertype leads to. */
export function directSupertypes(type: EntityType, vocabulary: Vocabulary): string[] {
  const indirect = new Set(type.supertypes.flatMap((name) => vocabulary.types.get(name)?.supertypes ?? []));
  return type.supertypes.filter((name) => !indirect.has(name));
}
