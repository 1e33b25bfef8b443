import type { EntityType, Graph, Json, Language, LanguageMap, Property, Vocabulary } from '../model.ts';
import { getKey, isObject } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';

/**
 * Types and properties that a graph has printed and that have no label in a language: "border", "border#length". A property is named
 * by the type that declares it.
 */
export function findLackingLabels({ entities }: Graph, vocabulary: Vocabulary, language: Language): string[] {
  const missing = new Set<string>();
  const lacks = (label: LanguageMap): boolean => !Object.hasOwn(label, language);
  const visit = (property: Property, value: Json, at: string): void => {
    // Words for finding and checking, which no edition prints.
    if (property.term === 'form' || property.term === 'avoided') return;
    if (lacks(property.label) || [...property.codes.values()].some(lacks)) missing.add(at);
    const stated: readonly string[] = kindOf(property).composition?.stated ?? [];
    for (const item of [value].flat()) {
      if (!isObject(item)) continue;
      for (const [name, part] of property.parts) {
        // Number and unit of a quantity are written without labels.
        if (stated.includes(name)) continue;
        const partValue = getKey(item, name);
        if (partValue !== undefined) visit(part, partValue, `${at}.${name}`);
      }
    }
  };
  for (const entity of entities.values()) {
    const type = vocabulary.types.get(entity.type);
    if (!type) continue;
    if (lacks(type.label) || lacks(type.plural)) missing.add(type.name);
    for (const [name, value] of Object.entries(entity.properties)) {
      const property = type.properties.get(name);
      if (property) visit(property, value, `${declaringType(type, property, vocabulary)}#${name}`);
    }
  }
  return [...missing].sort();
}

/** The supertype that a property comes from, or the type itself. */
function declaringType(type: EntityType, property: Property, { types }: Vocabulary): string {
  const holders = type.supertypes.filter(
    (name) => types.get(name)?.properties.get(property.name) === property,
  );
  return holders.at(-1) ?? type.name;
}
