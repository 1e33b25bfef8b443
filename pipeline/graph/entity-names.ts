import type { Entity, Json, Language, Property, Vocabulary } from '../model.ts';
import { isObject } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';

/** A name of an entity in a language. */
export interface EntityName {
  text: string;
  language: Language;
  role: NonNullable<Property['term']>;
  /** With slashes: "name/es". */
  path: string;
}

/** What an entity is called, by the properties that its schema says are names (x-term); words to avoid are left out. */
export function entityNames(entity: Entity, { types }: Vocabulary): EntityName[] {
  const properties = types.get(entity.type)?.properties.values() ?? [];
  return [...properties].flatMap((property) => {
    const value = entity.properties[property.name];
    const { name, term } = property;
    if (!term || term === 'avoided' || !kindOf(property).isTagged || !isObject(value)) return [];
    return Object.entries(value).flatMap(([language, words]: [string, Json]) =>
      [words].flat().flatMap((text, index) => {
        const path = Array.isArray(words) ? `${name}/${language}/${index}` : `${name}/${language}`;
        return typeof text === 'string' ? [{ text, language, role: term, path }] : [];
      }),
    );
  });
}
