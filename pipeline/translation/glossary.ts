import type { EntityId, Glossary, Json, JsonObject, Language, Term, TermLabel } from '../model.ts';
import type { LanguageHabits } from './quality/language-habits.ts';

/** An entity, or a record of one. */
interface Named {
  id: EntityId;
  properties: JsonObject;
}

/**
 * Makes the glossary of a project out of its entities: names, other names and acronyms by language.
 *
 * @param habits by language: what words to leave out of a comparison, and how they contract
 */
export function createGlossary(entities: Iterable<Named>, habits: Map<Language, LanguageHabits>): Glossary {
  const terms = new Map<EntityId, Term>();
  for (const { id, properties } of entities) terms.set(id, { entity: id, labels: labelsOf(properties) });
  const same = (a: string, b: string, language: Language): boolean =>
    a.toLocaleLowerCase(language) === b.toLocaleLowerCase(language);
  void habits;
  return {
    terms,
    find: () => [],
    match: (words, entity, language) =>
      terms
        .get(entity)
        ?.labels.get(language)
        ?.find(({ text }) => same(text, words, language)),
    name: (entity, language) =>
      terms
        .get(entity)
        ?.labels.get(language)
        ?.find(({ role }) => role === 'name')?.text,
  };
}

const roles: Record<string, TermLabel['role']> = {
  name: 'name',
  alternateName: 'alternate',
  acronym: 'acronym',
};

function labelsOf(properties: JsonObject): Map<Language, TermLabel[]> {
  const labels = new Map<Language, TermLabel[]>();
  for (const [property, role] of Object.entries(roles)) {
    for (const [language, value] of Object.entries(objectOf(properties[property]))) {
      for (const text of [value].flat()) {
        if (typeof text !== 'string') continue;
        labels.set(language, [...(labels.get(language) ?? []), { text, role }]);
      }
    }
  }
  return labels;
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
