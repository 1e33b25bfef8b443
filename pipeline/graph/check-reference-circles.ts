import type { Diagnostic, Json, JsonObject } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { stepsMax } from '../values/json-schema/steps-max.ts';
import { getAt, isObject, showValue } from '../values/json-value.ts';
import { visitSchemas } from './schema-places.ts';
import type { FoundSchema, SchemaSet } from './schema-set.ts';

/** Keywords whose schemas speak of the same value as the schema around them. */
const inPlace = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'];
const references = ['$ref', '$dynamicRef'] as const;

/** What is known of a schema: how many schemas one value leads through from it, once all of them have been looked at. */
interface Way {
  steps: number;
  isOpen: boolean;
}

/**
 * Finds references that lead back to where they stand, so that no value could ever be held against them, and those that lead through so
 * many schemas that no author means it.
 * Findings: schema-reference-resolves.
 */
export function checkReferenceCircles(set: SchemaSet): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const { circles, tooFar } = followAll(set);
  for (const file of set.byName.values()) {
    if (!file.isOwn) continue;
    let hasTooFar = false;
    visitSchemas(file.value, (schema, path) => {
      const keyword = circles.get(schema);
      const context = keyword === undefined ? 'tooFar' : 'circle';
      // What leads to it, too, is too far.
      if (keyword === undefined && (hasTooFar || !tooFar.has(schema))) return;
      hasTooFar ||= context === 'tooFar';
      if (isSupertype(path, set.find(String(schema[keyword ?? '$ref'])))) return;
      const at = keyword ?? references.find((name) => name in schema) ?? '';
      const place = [path, at].filter((step) => step !== '').join('/');
      const reference = getAt(file.written, place.split('/')) ?? schema[at] ?? '';
      const values = { context, keyword: at || '$ref', reference: showValue(reference), limit: stepsMax };
      diagnostics.push(diagnose('schema-reference-resolves', file.locate(place), values));
    });
  }
  return diagnostics;
}

/**
 * Follows what schemas say of one value, by way of references and of schemas within schemas; without recursion, for ways may be of any
 * length.
 */
function followAll(set: SchemaSet): { circles: Map<JsonObject, string>; tooFar: Set<JsonObject> } {
  const ways = new Map<JsonObject, Way>();
  const circles = new Map<JsonObject, string>();
  const tooFar = new Set<JsonObject>();
  const follow = (start: JsonObject): void => {
    const stack = [{ schema: start, nexts: nextsOf(start, set), at: 0 }];
    ways.set(start, { steps: 1, isOpen: true });
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const { schema, nexts } = top;
      const next = nexts[top.at++];
      const way = next && ways.get(next.schema);
      if (way?.isOpen === true && next?.keyword !== undefined) circles.set(schema, next.keyword);
      else if (next && !way) {
        ways.set(next.schema, { steps: 1, isOpen: true });
        stack.push({ schema: next.schema, nexts: nextsOf(next.schema, set), at: 0 });
      } else if (!next) {
        const longest = nexts.reduce((most, each) => Math.max(most, ways.get(each.schema)?.steps ?? 0), 0);
        ways.set(schema, { steps: longest + 1, isOpen: false });
        if (longest === stepsMax) tooFar.add(schema);
        stack.pop();
      }
    }
  };
  for (const file of set.byName.values()) {
    visitSchemas(file.value, (schema) => {
      if (!ways.has(schema)) follow(schema);
    });
  }
  return { circles, tooFar };
}

/** The schemas that speak of the same value as one, and the keyword of a reference to them. */
function nextsOf(schema: JsonObject, set: SchemaSet): { schema: JsonObject; keyword: string | undefined }[] {
  const referred = references.flatMap((keyword) => {
    const reference = schema[keyword];
    const target = typeof reference === 'string' ? set.find(reference)?.schema : undefined;
    return target ? [{ schema: target, keyword }] : [];
  });
  const within = inPlace.flatMap((keyword) => schemasIn(schema[keyword]));
  return [...referred, ...within.map((each) => ({ schema: each, keyword: undefined }))];
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
