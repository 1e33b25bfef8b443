import type { EntityId, Graph, Language, Location, Vocabulary } from '../model.ts';
import { getKey, isObject } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { locateValue } from './locate-value.ts';

/** A text about an entity that some languages lack. */
export interface MissingText {
  entity: EntityId;
  property: string;
  languages: Language[];
  /** Of the text in the other languages. */
  location: Location;
}

/** Names, descriptions and other texts of entities that one of the languages lacks; lists of texts may lack any. */
export function findMissingTexts(graph: Graph, vocabulary: Vocabulary, languages: Language[]): MissingText[] {
  const { entities, described } = graph;
  return [...entities.values(), ...(described ? [described] : [])].flatMap((entity) => {
    const type = vocabulary.types.get(entity.type);
    return Object.entries(entity.properties).flatMap(([name, text]): MissingText[] => {
      const property = type?.properties.get(name);
      if (!property || !kindOf(property).isTagged || property.many || !isObject(text)) return [];
      const missing = languages.filter((language) => getKey(text, language) === undefined);
      // A text in no language at all is of the wrong type, which validation says.
      if (missing.length === 0 || Object.keys(text).length === 0) return [];
      const location = locateValue(entity, name);
      return [{ entity: entity.id, property: name, languages: missing, location }];
    });
  });
}
