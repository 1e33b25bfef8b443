import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Json, JsonObject } from '../model.ts';
import type { SchemaCheck } from '../rules/create-schema-check.ts';
import { type DescribedError, describeErrors } from '../rules/describe-errors.ts';
import { getAt, getKey, isObject } from '../values/json-value.ts';

/**
 * What a schema does not accept of a front matter, as an author understands it: the missing keys of one map together,
 * the form that a text should have by an example of it (`examples` of the schema).
 */
export function describeFrontMatter(
  value: JsonObject,
  { schema, findErrors }: SchemaCheck,
): DescribedError[] {
  const missing = new Map<string, DescribedError>();
  // What is wrong with a key is said twice: by its pattern, and by propertyNames.
  const errors = findErrors(value).filter(({ propertyName }) => propertyName === undefined);
  return errors.flatMap((error) => {
    const [described] = describeErrors([error], value);
    if (!described) return [];
    const { path, values } = described;
    if (values.context !== 'missing') {
      const own = describeOwn(error, path, value, schema);
      return [own ? { path, key: undefined, ...own } : described];
    }
    const first = missing.get(path);
    if (first) first.values.expected += `, ${values.expected}`;
    else missing.set(path, described);
    return first ? [] : [described];
  });
}

/** Variants that only a front matter has; `key` names the key, `expected` shows a value of the right form. */
function describeOwn(
  { keyword, params }: ErrorObject,
  path: string,
  root: JsonObject,
  schema: JsonObject,
): (Pick<DescribedError, 'values'> & Partial<DescribedError>) | undefined {
  const value = getAt(root, path === '' ? [] : path.split('/'));
  const key = path.split('/').findLast((step) => !/^\d+$/.test(step)) ?? '';
  if (value === null || keyword === 'minLength' || keyword === 'minItems') {
    return { values: { context: 'empty', key } };
  }
  if (keyword === 'uniqueItems') {
    const { i, j } = params as { i: number; j: number };
    const at = `${path}/${Math.max(i, j)}`;
    return {
      path: at,
      values: { context: 'twice', key, found: show(getAt(root, at === '' ? [] : at.split('/'))) },
    };
  }
  if (keyword === 'propertyNames') {
    const name = String((params as { propertyName: string }).propertyName);
    return { key: name, values: { context: 'form', key, expected: 'en, es, pt', found: show(name) } };
  }
  if (keyword !== 'pattern') return undefined;
  const { examples } = schemaAt(schema, path);
  const expected = Array.isArray(examples) ? examples.join(', ') : String(params.pattern);
  return { values: { context: 'form', key, expected, found: show(value) } };
}

/** Longest value that is quoted, in UTF-16 code units. */
const foundMax = 80;

function show(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > foundMax ? `${text.slice(0, foundMax)}…` : text;
}

/** The schema of what a path leads to. */
export function schemaAt(schema: JsonObject, path: string): JsonObject {
  let at = schema;
  for (const step of path === '' ? [] : path.split('/')) {
    const properties = isObject(at.properties) ? at.properties : {};
    const next = /^\d+$/.test(step) ? at.items : (getKey(properties, step) ?? at.additionalProperties);
    at = isObject(next) ? next : {};
  }
  return at;
}
