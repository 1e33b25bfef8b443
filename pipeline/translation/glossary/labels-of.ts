import type { EntityType, JsonObject, Language, TermLabel } from '../../model.ts';
import { getKey, isObject } from '../../values/json-value.ts';

/** Roles in the order of preference, where words are labels in more than one. */
const order: readonly TermLabel['role'][] = ['name', 'alternate', 'acronym', 'form', 'avoided'];

/** What an entity is called, by language: the texts of the properties that its type marks with x-term. */
export function labelsOf(properties: JsonObject, type: EntityType | undefined): Map<Language, TermLabel[]> {
  const labels = new Map<Language, TermLabel[]>();
  const marked = [...(type?.properties.values() ?? [])].filter(({ term }) => term !== undefined);
  for (const role of order) {
    for (const { name } of marked.filter(({ term }) => term === role)) {
      for (const [language, value] of Object.entries(textsOf(properties, name))) {
        const known = labels.get(language) ?? [];
        for (const text of [value].flat()) {
          if (typeof text === 'string' && text.trim() !== '') known.push({ text, role });
        }
        labels.set(language, known);
      }
    }
  }
  return labels;
}

function textsOf(properties: JsonObject, name: string): JsonObject {
  const texts = getKey(properties, name);
  return isObject(texts) ? texts : {};
}
