import type { Diagnostic, Json, JsonObject } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { isObject } from '../values/json-value.ts';
import { type FoundSchema, type SchemaSet, visitSchemas } from './schema-set.ts';

/** Keywords whose schemas speak of the same value as the schema around them. */
const inPlace = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'];
const references = ['$ref', '$dynamicRef'] as const;

/**
 * Finds references that lead back to where they stand, so that no value could ever be held against them.
 * Findings: schema-reference-resolves.
 */
export function checkReferenceCircles(set: SchemaSet): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const state = new Map<JsonObject, 'open' | 'done'>();
  const circles = new Map<JsonObject, string>();
  const follow = (schema: JsonObject): void => {
    state.set(schema, 'open');
    for (const keyword of references) {
      const reference = schema[keyword];
      const target = typeof reference === 'string' ? set.find(reference)?.schema : undefined;
      if (!target) continue;
      if (state.get(target) === 'open') circles.set(schema, keyword);
      else if (!state.has(target)) follow(target);
    }
    for (const keyword of inPlace)
      for (const inner of schemasIn(schema[keyword])) if (!state.has(inner)) follow(inner);
    state.set(schema, 'done');
  };
  for (const file of set.byName.values()) {
    visitSchemas(file.value, (schema) => {
      if (!state.has(schema)) follow(schema);
    });
  }
  for (const file of set.byName.values()) {
    if (!file.isOwn) continue;
    visitSchemas(file.value, (schema, path) => {
      const keyword = circles.get(schema);
      if (keyword === undefined || isSupertype(path, set.find(String(schema[keyword])))) return;
      const location = file.locate(path === '' ? keyword : `${path}/${keyword}`);
      const values = { context: 'circle', keyword, reference: String(schema[keyword]) };
      diagnostics.push(diagnose('schema-reference-resolves', location, values));
    });
  }
  return diagnostics;
}

/** Whether a reference is that of a type to its supertype, whose circles are told by themselves (schema-inheritance-ends). */
function isSupertype(path: string, target: FoundSchema | undefined): boolean {
  return /^allOf\/\d+$/.test(path) && target?.path === '' && target.file.name.startsWith('types/');
}

/** The schemas that a keyword holds: one, a list, or some by name. */
function schemasIn(value: Json | undefined): JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  if (!isObject(value ?? null)) return [];
  const one = value as JsonObject;
  return [one, ...Object.values(one).filter(isObject)];
}
