import type { LanguageMap, Vocabulary } from '../../model.ts';

/** Labels of properties, by their addresses; the first type that has one decides. */
export function propertyLabels({ types }: Vocabulary): Map<string, LanguageMap> {
  const labels = new Map<string, LanguageMap>();
  for (const { properties } of types.values()) {
    for (const { iri, label } of properties.values()) if (!labels.has(iri)) labels.set(iri, label);
  }
  return labels;
}
