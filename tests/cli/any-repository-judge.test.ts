import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import '@hyperjump/json-schema/draft-07';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../pipeline/model.ts';
import { checkOf } from './write-repository.ts';

/** Files are valid where a validator that is not ours says so (formats aside, which it does not assert). */

const drafts = ['https://json-schema.org/draft/2020-12/schema', 'http://json-schema.org/draft-07/schema#'];

const schemas: object[] = [
  { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } },
  {
    properties: { a: { type: ['string', 'null'], minLength: 2, pattern: '^ç' } },
    additionalProperties: false,
  },
  { patternProperties: { '^a': { enum: [1, 'çã', null, [1]] } }, propertyNames: { maxLength: 2 } },
  {
    properties: { a: { $ref: '#/definitions/n' } },
    definitions: { n: { exclusiveMinimum: 0, multipleOf: 0.5 } },
  },
  {
    anyOf: [{ required: ['a'] }, { properties: { b: { const: 1 } }, required: ['b'] }],
    not: { required: ['a', 'b'] },
  },
  { oneOf: [{ required: ['a'] }, { required: ['b'] }] },
  JSON.parse(
    '{"if": {"properties": {"a": {"const": 1}}, "required": ["a"]}, "then": {"required": ["b"]}, "else": {"maxProperties": 1}}',
  ) as object,
  {
    properties: {
      a: { items: { type: 'number' }, uniqueItems: true, minItems: 1, contains: { minimum: 2 } },
    },
  },
  { allOf: [{ $ref: 'part.json' }], minProperties: 1 },
];

const values: Json[] = [
  {},
  { a: 1 },
  { a: 1, b: 1 },
  { b: 1 },
  { b: 2 },
  { a: 'ç' },
  { a: 'ção' },
  { a: null },
  { a: 1.5 },
  { a: 0.25 },
  { a: [1, 2] },
  { a: [1, 1] },
  { a: [1] },
  { a: [] },
  { abc: 1 },
  { a: { a: 1 } },
  ['a'],
  'a',
  1,
  null,
];

const part = { type: 'object', properties: { a: { type: ['number', 'array'] } } };

describe.each(drafts)('%s', (draft) => {
  test.each(schemas.map((schema): [string, object] => [JSON.stringify(schema), schema]))(
    '%s',
    async (_, schema) => {
      const address = 'https://example.org/judged/d.json';
      registerSchema({ $schema: draft, ...part }, 'https://example.org/judged/part.json');
      registerSchema({ $schema: draft, ...schema }, address);
      const valid = await Promise.all(values.map(async (value) => (await validate(address, value)).valid));
      for (const name of ['part', 'd']) unregisterSchema(`https://example.org/judged/${name}.json`);

      const asFiles = values.flatMap((value, index): [string, string][] => [
        [`d/${index}.json`, JSON.stringify(value)],
        [`d/${index}.yaml`, `${JSON.stringify(value)}\n`],
      ]);
      const { found } = await checkOf({
        'schemas/d.json': { $schema: draft, ...schema },
        'schemas/part.json': { $schema: draft, ...part },
        'd/all.jsonl': values.map((value) => JSON.stringify(value)).join('\n'),
        ...Object.fromEntries(asFiles),
      });
      const isFound = (place: string) => found.some((line) => line.includes(` d/${place}:`));
      expect(values.map((_value, index) => !isFound(`${index}.json`))).toEqual(valid);
      expect(values.map((_value, index) => !isFound(`${index}.yaml`))).toEqual(valid);
      expect(values.map((_value, index) => !isFound(`all.jsonl:${index + 1}`))).toEqual(valid);
      expect(new Set(valid).size).toBe(2);
    },
  );
});
