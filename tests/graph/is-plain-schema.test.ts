import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPlainSchema } from '../../pipeline/graph/is-plain-schema.ts';
import type { Json, JsonObject } from '../../pipeline/model.ts';
import { packageRoot } from '../package-root.ts';

const isSchema = new Ajv2020({ strict: false, validateFormats: false, logger: false }).getSchema(
  'https://json-schema.org/draft/2020-12/schema',
);
const folder = `${packageRoot}schemas/types`;
const files = readdirSync(folder).map(
  (name) => [name, JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as JsonObject] as const,
);

const keywords = [
  ...[
    '$id',
    '$schema',
    '$ref',
    '$anchor',
    '$comment',
    '$defs',
    '$dynamicRef',
    '$vocabulary',
    'definitions',
    'dependencies',
  ],
  ...[
    'properties',
    'patternProperties',
    'additionalProperties',
    'unevaluatedProperties',
    'propertyNames',
    'dependentSchemas',
  ],
  ...[
    'items',
    'prefixItems',
    'unevaluatedItems',
    'contains',
    'allOf',
    'anyOf',
    'oneOf',
    'if',
    'then',
    'else',
    'not',
  ],
  ...[
    'type',
    'const',
    'enum',
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'multipleOf',
    'format',
    'pattern',
  ],
  ...[
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
    'minProperties',
    'maxProperties',
    'minContains',
    'maxContains',
  ],
  ...[
    'required',
    'uniqueItems',
    'dependentRequired',
    'title',
    'description',
    'default',
    'examples',
    'deprecated',
    'readOnly',
  ],
  ...[
    'writeOnly',
    'contentEncoding',
    'contentMediaType',
    'contentSchema',
    'x-label',
    'propertise',
    'constructor',
    '__proto__',
  ],
];

/** Values that are right for some keyword, and for others not. */
const { schema } = fc.letrec<{ schema: JsonObject; value: Json }>((tie) => ({
  schema: fc.dictionary(fc.constantFrom(...keywords), tie('value'), {
    maxKeys: 3,
    depthIdentifier: 'schema',
  }),
  value: fc.oneof(
    { depthIdentifier: 'schema', depthSize: 'small' },
    fc.constantFrom<Json[]>(
      'string',
      'object',
      'a#b',
      '#/$defs/a',
      '',
      true,
      null,
      0,
      3,
      -1,
      1.5,
      [],
      ['string'],
      ['a', 'a'],
      {},
    ),
    tie('schema'),
    fc.array(tie('schema'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b'), tie('schema'), { maxKeys: 2 }),
  ),
}));

describe('a plain schema', () => {
  test('is one by the meta-schema', () => {
    let plain = 0;
    fc.assert(
      fc.property(schema, (given) => {
        if (!isPlainSchema(given)) return;
        plain += 1;
        expect([given, isSchema?.(given)]).toEqual([given, true]);
      }),
      { numRuns: 5000 },
    );
    expect(plain).toBeGreaterThan(200);
  });

  test.each(files)('is %s', (_, given) => {
    expect(isPlainSchema(given)).toBe(true);
  });

  test.each<[string, Json]>([
    ['a type that there is none of', { type: 'text' }],
    ['a type twice', { type: ['string', 'string'] }],
    ['properties that are a list', { properties: [] }],
    ['a wrong keyword inside of a property', { properties: { height: { minimum: '0' } } }],
    ['an unknown keyword', { propertise: {} }],
    ['a name that objects have', { toString: 1 }],
    ['a negative length', { items: { minLength: -1 } }],
    ['an empty choice', { anyOf: [] }],
    ['a list', []],
  ])('is not one with %s', (_, given) => {
    expect(isPlainSchema(given)).toBe(false);
  });
});
