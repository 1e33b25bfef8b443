import type { Entity, Graph, JsonObject, Language, Location, Property, Vocabulary } from '../model.ts';
import { isObject } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { locateValue, originsOf } from './locate-value.ts';

/** A text of an entity in a language, as a record gives it. */
export interface LocatedText {
  text: string;
  location: Location;
}

/**
 * The texts that records give of entities, by language: names, descriptions and parts of values. Lists of texts are left out: each
 * language has its own. What the prose states is compared there.
 */
export function listRecordTexts(graph: Graph, vocabulary: Vocabulary): Map<Language, LocatedText>[] {
  return [...graph.entities.values()].flatMap((entity) => {
    const type = vocabulary.types.get(entity.type);
    return type ? textsIn(entity, entity.properties, type.properties, '') : [];
  });
}

function textsIn(
  entity: Entity,
  values: JsonObject,
  properties: Map<string, Property>,
  above: string,
): Map<Language, LocatedText>[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const property = properties.get(name);
    if (!property || !isObject(value)) return [];
    const path = `${above}${name}`;
    if (!kindOf(property).isTagged) return textsIn(entity, value, property.parts, `${path}/`);
    const texts = new Map<Language, LocatedText>();
    for (const [language, text] of Object.entries(value)) {
      const at = `${path}/${language}`;
      const isRecord = originsOf(entity.origins, at).every(({ source }) => source === 'record');
      if (typeof text === 'string' && isRecord)
        texts.set(language, { text: text.trim(), location: locateValue(entity, at) });
    }
    return texts.size > 1 ? [texts] : [];
  });
}
