import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Json, JsonObject } from '../model.ts';
import { unescapeStep } from '../values/json-pointer.ts';
import { likelyNames } from './likely-names.ts';

/** An error of Ajv in the terms of configuration-is-valid and front-matter-is-well-formed. */
export interface DescribedError {
  /** Path with slashes to what the finding points at, or to the map that holds it. */
  path: string;
  /** The key that the finding points at; undefined where it points at the value. */
  key: string | undefined;
  /** With `context`, the variant of the message. */
  values: Record<string, string>;
}

/** Variants of the message by the types that a schema allows. */
const kinds: Record<string, string> = {
  object: 'object',
  array: 'array',
  string: 'string',
  boolean: 'boolean',
  number: 'number',
  integer: 'integer',
  'string,object': 'stringOrObject',
  'object,array': 'listOrObject',
  'string,integer': 'string',
};

/** Longest value that is quoted, in UTF-16 code units. */
const foundMax = 80;

/** Puts the errors of one validation in an author's terms. Ajv has to be `verbose`. */
export function describeErrors(errors: readonly ErrorObject[], root: Json): DescribedError[] {
  return errors.map((error) => describeError(error, root));
}

function describeError(error: ErrorObject, root: Json): DescribedError {
  const path = unescapeStep(error.instancePath.slice(1));
  const value = lookUp(root, path);
  const parameters = error.params as Record<string, unknown>;
  const name = parameters.additionalProperty ?? parameters.unevaluatedProperty;
  if (typeof name === 'string') {
    const known = Object.keys((error.parentSchema?.properties ?? {}) as JsonObject);
    return { path, key: name, values: describeUnknown(name, known) };
  }
  if (error.keyword === 'required') {
    return {
      path,
      key: undefined,
      values: { context: 'missing', expected: String(parameters.missingProperty) },
    };
  }
  if (error.keyword === 'enum') {
    const allowed = parameters.allowedValues as string[];
    return {
      path,
      key: undefined,
      values: describeUnknown(typeof value === 'string' ? value : show(value), allowed),
    };
  }
  const context = variantOf(error);
  if (context !== undefined) return { path, key: undefined, values: { context, found: show(value) } };
  // A keyword that the schema has learnt and this file has not.
  return { path, key: undefined, values: { expected: error.message ?? error.keyword, found: show(value) } };
}

/** Variant of the message for errors that need no more than what was found. */
function variantOf({ keyword, params }: ErrorObject): string | undefined {
  if (keyword === 'type') return kinds[String((params as { type: string | string[] }).type)];
  if (keyword === 'minProperties' || keyword === 'minItems') return 'empty';
  if (keyword === 'minimum' || keyword === 'maximum') return 'number';
  return keyword === 'pattern' ? 'name' : undefined;
}

/** Values for a name that is none of the known ones, with the likely one where there is one. */
export function describeUnknown(found: string, known: readonly string[]): Record<string, string> {
  const [likely] = likelyNames(found, known);
  const expected = known.join(', ');
  if (likely === undefined) return { context: 'unknown', expected, found };
  return { context: 'misspelt', expected, found, likely };
}

function show(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > foundMax ? `${text.slice(0, foundMax)}…` : text;
}

function lookUp(root: Json, path: string): Json | undefined {
  let value: Json | undefined = root;
  for (const step of path === '' ? [] : path.split('/')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as JsonObject)[step];
  }
  return value;
}
