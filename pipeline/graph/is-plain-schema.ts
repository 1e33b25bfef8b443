import type { Json } from '../model.ts';
import { isObject } from '../values/json-value.ts';

type Test = (value: Json) => boolean;

const isText: Test = (value) => typeof value === 'string';
const isFlag: Test = (value) => typeof value === 'boolean';
const isNumber: Test = (value) => typeof value === 'number';
const isCount: Test = (value) => Number.isInteger(value) && Number(value) >= 0;
const isAnything: Test = () => true;
const isList: Test = (value) => Array.isArray(value);
const isTextList: Test = (value) => Array.isArray(value) && value.every(isText) && isUnique(value);
const isType: Test = (value) =>
  ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'].some((name) => name === value);
const isTypes: Test = (value) =>
  isType(value) || (Array.isArray(value) && value.length > 0 && value.every(isType) && isUnique(value));
const isSchemaMap: Test = (value) => isObject(value) && Object.values(value).every(isPlainSchema);
const isSchemaList: Test = (value) => Array.isArray(value) && value.length > 0 && value.every(isPlainSchema);

/** What the meta-schema wants of the keywords that schemas of projects are mostly made of. */
const tests = new Map<string, Test>([
  ...each(['$schema', '$ref', '$comment', 'title', 'description', 'format', 'pattern'], isText),
  ...each(['deprecated', 'readOnly', 'writeOnly', 'uniqueItems'], isFlag),
  ...each(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'], isNumber),
  ...each(
    ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'minContains'],
    isCount,
  ),
  ...each(['const', 'default'], isAnything),
  ...each(['enum', 'examples'], isList),
  ...each(['required'], isTextList),
  ...each(['type'], isTypes),
  ...each(['$defs', 'properties', 'patternProperties'], isSchemaMap),
  ...each(['allOf', 'anyOf', 'oneOf', 'prefixItems'], isSchemaList),
  ...each(
    ['items', 'additionalProperties', 'unevaluatedProperties', 'propertyNames', 'contains'],
    isPlainSchema,
  ),
  ...each(['if', 'then', 'else', 'not'], isPlainSchema),
  ['$id', (value) => typeof value === 'string' && !value.includes('#')],
]);

function each(keywords: readonly string[], test: Test): [string, Test][] {
  return keywords.map((keyword) => [keyword, test]);
}

function isUnique(values: readonly Json[]): boolean {
  return new Set(values).size === values.length;
}

/**
 * Whether a schema is certainly one by the meta-schema of JSON Schema 2020-12: all its keywords are known here, or annotations, and
 * have what they are to have. To compile the meta-schema takes Ajv a tenth of the check of a small project; of what is not plain it is
 * asked all the same.
 */
export function isPlainSchema(schema: Json): boolean {
  if (typeof schema === 'boolean') return true;
  if (!isObject(schema)) return false;
  return Object.entries(schema).every(
    ([keyword, value]) => keyword.startsWith('x-') || (tests.get(keyword)?.(value) ?? false),
  );
}
