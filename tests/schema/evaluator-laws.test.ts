import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../pipeline/model.ts';
import { createEvaluator } from '../../pipeline/values/json-schema/evaluate.ts';
import { ExactNumber, type Instance } from '../../pipeline/values/json-schema/instance.ts';
import { readSchemaDocuments } from '../../pipeline/values/json-schema/schema-documents.ts';

const own = 'https://example.org/schema';

function failures(schema: Json, instance: Instance) {
  const documents = readSchemaDocuments(new Map([[own, schema]]));
  const node = documents.at(own);
  if (!node) throw new Error('no schema');
  const matches = (pattern: string, text: string) => new RegExp(pattern, 'u').test(text);
  return createEvaluator(documents, { matches, hasFormat: () => true })(node, instance);
}

const names = fc.constantFrom('a', 'b', 'c');
const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>(null, true, false, '', 'a', 'abc', '10'),
    fc.integer({ min: -3, max: 12 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(names, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

const types = fc.constantFrom('null', 'boolean', 'string', 'number', 'integer', 'array', 'object');
const small = fc.integer({ min: 0, max: 3 });
/** Schemas of what Ajv is known to read rightly: it judges nothing else. */
const schema: fc.Arbitrary<Json> = fc.letrec<{ schema: Json }>((tie) => {
  const some = fc.array(tie('schema'), { minLength: 1, maxLength: 2 });
  return {
    schema: fc.oneof(
      { depthSize: 'small' },
      fc.boolean(),
      fc.record<JsonObject>({ type: types }) as fc.Arbitrary<Json>,
      fc.record(
        {
          type: fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
          enum: fc.uniqueArray(value, { minLength: 1, maxLength: 3, selector: (one) => JSON.stringify(one) }),
          const: value,
          minimum: small,
          exclusiveMaximum: fc.integer({ min: 2, max: 9 }),
          multipleOf: fc.integer({ min: 1, max: 4 }),
          minLength: small,
          maxLength: small,
          minItems: small,
          maxItems: small,
          uniqueItems: fc.boolean(),
          required: fc.uniqueArray(names, { maxLength: 2 }),
          properties: fc.dictionary(names, tie('schema'), { maxKeys: 2, noNullPrototype: true }),
          additionalProperties: tie('schema'),
          propertyNames: tie('schema'),
          minProperties: small,
          items: tie('schema'),
          prefixItems: some,
          contains: tie('schema'),
          allOf: some,
          anyOf: some,
          oneOf: some,
          ...Object.fromEntries(['if', 'then', 'else', 'not'].map((keyword) => [keyword, tie('schema')])),
          dependentRequired: fc.dictionary(names, fc.uniqueArray(names, { maxLength: 2 }), {
            maxKeys: 2,
            noNullPrototype: true,
          }),
        },
        { requiredKeys: [] },
      ) as fc.Arbitrary<Json>,
    ),
  };
}).schema;

describe('schemas and instances by chance', () => {
  test('are judged as Ajv judges them', () => {
    const ajv = new Ajv2020({
      strict: false,
      validateFormats: false,
      logger: false,
      code: { optimize: false },
    });
    fc.assert(
      fc.property(schema, fc.array(value, { minLength: 1, maxLength: 4 }), (one, instances) => {
        const validate = ajv.compile(one as JsonObject);
        for (const instance of instances)
          expect(failures(one, instance as Instance).length === 0).toBe(validate(instance));
      }),
      { numRuns: 400 },
    );
  });
});

describe('numbers are exact', () => {
  const figures = '1234567890'.repeat(4);
  test.each<[string, JsonObject, Instance, boolean]>([
    ['a hundredth', { multipleOf: 0.01 }, 19.99, true],
    ['no hundredth', { multipleOf: 0.01 }, 19.995, false],
    ['forty figures', { maximum: 1e39 }, new ExactNumber(figures), false],
    [
      'one more than a double tells',
      { exclusiveMinimum: 9007199254740992 },
      new ExactNumber('9007199254740993'),
      true,
    ],
    ['the same', { exclusiveMinimum: 9007199254740992 }, new ExactNumber('9007199254740992'), false],
    ['a whole number with a point', { type: 'integer' }, new ExactNumber('12'), true],
    ['a fraction', { type: 'integer' }, new ExactNumber('12.5'), false],
    ['equal however they are written', { const: 2.5 }, new ExactNumber('2.5'), true],
    ['minus nought', { const: 0 }, -0, true],
  ])('%s', (_, one, instance, isValid) => {
    expect(failures(one, instance).length === 0).toBe(isValid);
  });
});

test('the alternatives tell each what they lack', () => {
  const [failure] = failures({ oneOf: [{ required: ['a'] }, { required: ['b'] }] }, {});
  expect(failure?.branches.map((branch) => branch.map(({ params }) => params))).toEqual([
    [{ missing: ['a'] }],
    [{ missing: ['b'] }],
  ]);
});

test('a reference that leads back ends', () => {
  expect(failures({ $ref: '#' }, 1)).toMatchObject([{ keyword: '$ref', params: { isCircle: true } }]);
});
