import type {
  Diagnostic,
  Extraction,
  Graph,
  Json,
  JsonObject,
  Language,
  Property,
  Vocabulary,
} from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { getKey, isObject } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { findMissingTexts } from './find-missing-texts.ts';
import { labelProperty } from './label-property.ts';
import { propertyAtPath } from './property-at-path.ts';

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
  const diagnostics = findMissingTexts(graph, vocabulary, languages).map((missing) => {
    const { entity, property, location } = missing;
    const rule = property === labelProperty ? 'label-is-in-every-language' : 'text-is-in-every-language';
    const values = { entity, property, languages: missing.languages.join(', ') };
    return diagnose(rule, location, values);
  });
  for (const { entity, path, location } of source?.blanks ?? []) {
    const found = graph.entities.get(entity);
    const known = vocabulary.types.get(found?.type ?? '')?.properties;
    const property = known && propertyAtPath(known, path);
    if (!found || hasValue(found.properties, path.split('.'), property)) continue;
    diagnostics.push(diagnose('blank-has-a-value', location, { entity, property: path }));
  }
  return diagnostics;
}

function hasValue(properties: JsonObject, steps: string[], property: Property | undefined): boolean {
  let at: Json | undefined = properties;
  for (const step of steps) {
    at = isObject(at) ? getKey(at, step) : undefined;
    if (at === undefined || at === null) return false;
  }
  // A quantity of which only a period or a source is known has nothing to print.
  const stated = property && kindOf(property).composition?.stated;
  const isPartial = stated !== undefined && isObject(at) && !(stated[0] in at);
  return !isPartial && !(Array.isArray(at) && at.length === 0);
}
