import type { EntityType, Json, JsonObject, Language, TermLabel } from '../../model.ts';

/** Roles in the order of preference, where words are labels in more than one. */
const order: readonly TermLabel['role'][] = ['name', 'alternate', 'acronym', 'form', 'avoided'];

/** What an entity is called, by language: the texts of the properties that its type marks with x-term. */
export function labelsOf(properties: JsonObject, type: EntityType | undefined): Map<Language, TermLabel[]> {
  const labels = new Map<Language, TermLabel[]>();
  const marked = [...(type?.properties.values() ?? [])].filter(({ term }) => term !== undefined);
  for (const role of order) {
    for (const { name } of marked.filter(({ term }) => term === role)) {
      for (const [language, value] of Object.entries(objectOf(ownValue(properties, name)))) {
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

function ownValue(properties: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
