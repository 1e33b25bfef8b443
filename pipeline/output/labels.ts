import type { Entity, EntityId, Graph, Json, Language, LanguageMap, Vocabulary } from '../model.ts';

/** The text of a language map in a language, else in any other (the first by tag). */
export function textIn(map: Json | LanguageMap | undefined, language: Language): string | undefined {
  if (typeof map === 'string') return map;
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return undefined;
  const first = Object.keys(map).sort()[0];
  const value = Object.hasOwn(map, language) ? map[language] : first === undefined ? undefined : map[first];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * Makes the function that names entities in a language: the name, else the acronym, else the type and the required
 * entities that the entity is made of ("Assessment: Ecuador–Peru border, Political agreement"), else the slug.
 */
export function createLabels(
  graph: Graph,
  vocabulary: Vocabulary,
  language: Language,
): (id: EntityId) => string {
  const own = (entity: Entity): string | undefined =>
    textIn(entity.properties.name, language) ?? textIn(entity.properties.acronym, language);
  return (id) => {
    const entity = graph.entities.get(id);
    if (!entity) return id.slice(id.indexOf(':') + 1);
    return own(entity) ?? composed(entity) ?? entity.slug;
  };

  function composed(entity: Entity): string | undefined {
    const type = vocabulary.types.get(entity.type);
    const parts = (type?.required ?? []).flatMap((name) => {
      if (type?.properties.get(name)?.kind !== 'entity') return [];
      return [entity.properties[name]].flat().flatMap((id) => {
        const part = typeof id === 'string' ? graph.entities.get(id) : undefined;
        return part ? (own(part) ?? part.slug) : [];
      });
    });
    return parts.length > 0
      ? `${textIn(type?.label, language) ?? entity.type}: ${parts.join(', ')}`
      : undefined;
  }
}
