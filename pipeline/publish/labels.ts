import type { Entity, EntityId, Graph, Json, Language, LanguageMap, Vocabulary } from '../model.ts';
import { kindOf } from '../values/kind-of.ts';

/** A text and the language that it is in; undefined where it is of no language or of several. */
export interface TextInLanguage {
  text: string;
  language: Language | undefined;
}

/**
 * The text of a language map in a language, else in another: the source's, English, or the first by tag.
 *
 * @param source language of the publication's source text
 */
export function findText(
  map: Json | LanguageMap | undefined,
  language: Language,
  source?: Language,
): TextInLanguage | undefined {
  if (typeof map === 'string') return { text: map, language: undefined };
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return undefined;
  const languages = [language, source ?? language, 'en', ...Object.keys(map).sort()];
  const found = languages.find((candidate) => Object.hasOwn(map, candidate));
  const text = found === undefined ? undefined : map[found];
  return typeof text === 'string' && text !== '' ? { text, language: found } : undefined;
}

export function textIn(
  map: Json | LanguageMap | undefined,
  language: Language,
  source?: Language,
): string | undefined {
  return findText(map, language, source)?.text;
}

/**
 * Makes the function that names entities in a language: the name, else the acronym, else the type and the required
 * entities that the entity is made of ("Assessment: Ecuador–Peru border, Political agreement"), else the slug.
 *
 * @param source language of the publication's source text, for what the language lacks
 */
export function createLabels(
  graph: Graph,
  vocabulary: Vocabulary,
  language: Language,
  source?: Language,
): (id: EntityId) => TextInLanguage {
  const own = (entity: Entity): TextInLanguage | undefined =>
    findText(entity.properties.name, language, source) ??
    findText(entity.properties.acronym, language, source);
  const plain = (text: string): TextInLanguage => ({ text, language: undefined });
  return (id) => {
    const entity = graph.entities.get(id);
    if (!entity) return plain(id.slice(id.indexOf(':') + 1));
    return own(entity) ?? plain(composed(entity) ?? entity.slug);
  };

  function composed(entity: Entity): string | undefined {
    const type = vocabulary.types.get(entity.type);
    const parts = (type?.required ?? []).flatMap((name) => {
      const property = type?.properties.get(name);
      if (!property || kindOf(property).refersTo !== 'entity') return [];
      return [entity.properties[name]].flat().flatMap((id) => {
        const part = typeof id === 'string' ? graph.entities.get(id) : undefined;
        return part ? (own(part)?.text ?? part.slug) : [];
      });
    });
    return parts.length > 0
      ? `${textIn(type?.label, language, source) ?? entity.type}: ${parts.join(', ')}`
      : undefined;
  }
}
