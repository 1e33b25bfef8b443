import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic, Extraction, Graph, Json, JsonObject, Language, Vocabulary } from '../model.ts';
import { getKey, isObject } from '../notation/json-value.ts';
import { labelProperty } from './label-property.ts';
import { locateValue } from './locate-value.ts';

/**
 * Finds what an edition could not print: a text that some languages lack, and an annotation without words whose value
 * nothing states (looked for in the source text; the translations have the same).
 * Findings: label-is-in-every-language, text-is-in-every-language, blank-has-a-value.
 */
export function checkTexts(
  graph: Graph,
  source: Extraction | undefined,
  vocabulary: Vocabulary,
  languages: Language[],
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const entity of graph.entities.values()) {
    const type = vocabulary.types.get(entity.type);
    for (const [name, text] of Object.entries(entity.properties)) {
      const property = type?.properties.get(name);
      if (property?.kind !== 'text' || property.many || !isObject(text)) continue;
      const missing = languages.filter((language) => getKey(text, language) === undefined);
      // A text in no language at all is of the wrong type, which validation says.
      if (missing.length === 0 || Object.keys(text).length === 0) continue;
      const rule = name === labelProperty ? 'label-is-in-every-language' : 'text-is-in-every-language';
      const values = { entity: entity.id, property: name, languages: missing.join(', ') };
      diagnostics.push(diagnose(rule, locateValue(entity, name), values));
    }
  }
  for (const { entity, path, location } of source?.blanks ?? []) {
    const properties = graph.entities.get(entity)?.properties;
    if (!properties || hasValue(properties, path.split('.'))) continue;
    diagnostics.push(diagnose('blank-has-a-value', location, { entity, property: path }));
  }
  return diagnostics;
}

function hasValue(properties: JsonObject, steps: string[]): boolean {
  let at: Json | undefined = properties;
  for (const step of steps) {
    at = isObject(at) ? getKey(at, step) : undefined;
    if (at === undefined || at === null) return false;
  }
  // A quantity of which only a period or a source is known has nothing to print.
  const isPartial = isObject(at) && ('period' in at || 'source' in at || 'unit' in at) && !('value' in at);
  return !isPartial && !(Array.isArray(at) && at.length === 0);
}
