import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runInProcess } from './run-in-process.ts';

const values = 'https://w3id.org/tinkuy/schemas/values.json#/$defs/';
const ref = (kind: string, more: object = {}) => ({ $ref: `${values}${kind}`, ...more });
const integer = (more: object = {}) => ref('integer', more);

/** A type by what is its own in it, records of it as YAML, and what a check finds: in the schema, or in the first or second record. */
type Row = [what: string, schema: object, records: string[], found: string[]];

const property = (schema: object) => ({ properties: { level: schema } });
const rows: Row[] = [
  [
    'exclusiveMinimum',
    property(integer({ exclusiveMinimum: 12 })),
    ['level: 12', 'level: 13'],
    ['1 value-fits-schema'],
  ],
  [
    'exclusiveMaximum',
    property(ref('decimal', { exclusiveMaximum: 2.5 })),
    ['level: 2.5', 'level: 2.4'],
    ['1 value-fits-schema'],
  ],
  ['minimum', property(integer({ minimum: 8 })), ['level: 2', 'level: 8'], ['1 value-fits-schema']],
  [
    'maximum',
    property(ref('decimal', { maximum: 9.5 })),
    ['level: 9.51', 'level: 9.5'],
    ['1 value-fits-schema'],
  ],
  [
    'multipleOf',
    property(ref('decimal', { multipleOf: 0.01 })),
    ['level: 19.999', 'level: 19.99'],
    ['1 value-fits-schema'],
  ],
  [
    'an enum of numbers',
    property(integer({ enum: [2, 4, 8] })),
    ['level: 5', 'level: 4'],
    ['1 value-fits-schema'],
  ],
  [
    'a constant',
    property(ref('decimal', { const: 1.5 })),
    ['level: 1', 'level: 1.50'],
    ['1 value-fits-schema'],
  ],
  [
    'a condition on a number',
    {
      properties: { level: integer(), depth: integer() },
      if: { properties: { level: { const: 3 } }, required: ['level'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: { required: ['depth'] },
    },
    ['level: 3', 'level: 5'],
    ['1 required-property-is-present'],
  ],
  [
    'a limit of a part',
    property(ref('quantity', { 'x-units': ['km'], properties: { value: { maximum: 9 } } })),
    ['level: 9.1 km', 'level: 9 km'],
    ['1 value-fits-schema'],
  ],
  [
    'a limit of a whole quantity',
    property(ref('quantity', { 'x-units': ['km'], maximum: 9 })),
    ['level: 10 km'],
    ['schema schema-keyword-has-an-effect'],
  ],
  [
    'a limit of an amount',
    property(ref('money', { minimum: 9 })),
    ['level: 3 PEN'],
    ['schema schema-keyword-has-an-effect'],
  ],
  [
    'a length of a text in languages',
    property(ref('text', { maxLength: 5 })),
    ['level: { en: A long text }'],
    ['schema schema-keyword-has-an-effect'],
  ],
  [
    'a length of a date',
    property(ref('date', { minItems: 2 })),
    ['level: 1998-10-26'],
    ['schema schema-keyword-has-an-effect'],
  ],
  [
    'a length in its languages',
    property(ref('text', { additionalProperties: { maxLength: 5 } })),
    ['level: { en: A long text }', 'level: { en: Short }'],
    ['1 value-fits-schema'],
  ],
  [
    'a length counts characters',
    property(ref('string', { maxLength: 2 })),
    ['level: "😀😀😀"', 'level: "😀😀"'],
    ['1 value-fits-schema'],
  ],
  [
    'format',
    property(ref('string', { format: 'email' })),
    ['level: no address at all', 'level: a@example.org'],
    ['1 value-fits-schema'],
  ],
  [
    'another format',
    property(ref('string', { format: 'uuid' })),
    ['level: abc', 'level: 123e4567-e89b-12d3-a456-426614174000'],
    ['1 value-fits-schema'],
  ],
  [
    'a format of nobody',
    property(ref('string', { format: 'colour' })),
    ['level: blue'],
    ['schema schema-keyword-has-an-effect'],
  ],
  [
    'a plain string',
    property({ type: 'string', pattern: '^[a-z]+$' }),
    ['level: ABC', 'level: abc'],
    ['1 value-fits-schema'],
  ],
  [
    'a plain number',
    property({ type: 'number', minimum: 0 }),
    ['level: -0.1', 'level: 0'],
    ['1 value-fits-schema'],
  ],
  [
    'a plain whole number',
    property({ type: 'integer' }),
    ['level: 1.5', 'level: 15'],
    ['1 value-has-the-right-type'],
  ],
  [
    'a plain truth value',
    property({ type: 'boolean' }),
    ['level: maybe', 'level: true'],
    ['1 value-has-the-right-type'],
  ],
  [
    'a plain date',
    property({ type: 'string', format: 'date' }),
    ['level: 1998-02-30', 'level: 1998-02-28'],
    ['1 date-exists'],
  ],
  ['plain codes', property({ enum: ['low', 'high'] }), ['level: middle', 'level: low'], ['1 code-is-known']],
  [
    'a list behind a reference',
    {
      ...property({ $ref: '#/$defs/levels' }),
      $defs: { levels: { type: 'array', items: integer(), maxItems: 2 } },
    },
    ['level: [1, 2, 3]', 'level: [1, 2]'],
    ['1 number-of-values-is-right'],
  ],
  [
    'a mixin of its own',
    {
      allOf: [{ $ref: '#/$defs/leveled' }],
      $defs: { leveled: { ...property(integer()), required: ['level'] } },
    },
    ['depth: 1', 'level: 1'],
    ['1 property-is-known', '1 required-property-is-present'],
  ],
  [
    'a mixin that stands there',
    { allOf: [property(integer({ minimum: 3 }))] },
    ['level: 2', 'level: 3'],
    ['1 value-fits-schema'],
  ],
  [
    'a shared file',
    property({ $ref: '../common.json#/$defs/level' }),
    ['level: 2', 'level: 3'],
    ['1 value-fits-schema'],
  ],
  [
    'an anchor',
    { ...property({ $ref: '#level' }), $defs: { a: { $anchor: 'level', ...integer({ minimum: 3 }) } } },
    ['level: 2', 'level: 3'],
    ['1 value-fits-schema'],
  ],
  [
    'an anchor that is not there',
    { ...property(integer()), allOf: [{ $ref: '#absent' }] },
    [],
    ['schema schema-reference-resolves'],
  ],
  [
    'a dynamic reference to nothing',
    { ...property(integer()), allOf: [{ $dynamicRef: '#node' }] },
    [],
    ['schema schema-reference-resolves'],
  ],
  [
    'a reference to itself',
    {
      ...property(integer()),
      allOf: [{ $ref: '#/$defs/a' }],
      $defs: { a: { anyOf: [{ $ref: '#/$defs/a' }] } },
    },
    [],
    ['schema schema-reference-resolves'],
  ],
  [
    'exactly one of two',
    {
      properties: { level: integer(), depth: integer() },
      oneOf: [{ required: ['level'] }, { required: ['depth'] }],
    },
    ['level: 1\n  depth: 2', 'depth: 2'],
    ['1 value-fits-schema'],
  ],
  [
    'none of two',
    {
      properties: { level: integer(), depth: integer() },
      anyOf: [{ required: ['level'] }, { required: ['depth'] }],
    },
    ['sameAs: []', 'depth: 2'],
    ['1 value-fits-schema'],
  ],
  [
    'not',
    { ...property(integer()), not: { properties: { level: { const: 3 } }, required: ['level'] } },
    ['level: 3', 'level: 4'],
    ['1 value-fits-schema'],
  ],
  [
    'names that go together',
    { properties: { level: integer(), depth: integer() }, dependentRequired: { level: ['depth'] } },
    ['level: 3', 'depth: 4'],
    ['1 required-property-is-present'],
  ],
  [
    'draft-07',
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      ...property({ allOf: [integer()], type: 'integer', exclusiveMinimum: 3 }),
    },
    ['level: 3', 'level: 4'],
    ['1 value-fits-schema'],
  ],
  [
    'draft-07 hides what stands beside $ref',
    { $schema: 'http://json-schema.org/draft-07/schema#', ...property(integer({ minimum: 3 })) },
    ['level: 2'],
    ['schema schema-keyword-has-an-effect'],
  ],
];

/** Checks a project with a type for each row; the findings by row, -1 for those of no type. */
async function findingsOf(rows: readonly Row[]): Promise<Map<number, string[]>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  const write = (at: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), text);
  };
  const off = 'rules: { record-is-used: off, furniture-is-translated: off }\n';
  write('tinkuy.yaml', `base: https://example.org/wells/\neditions: { en: en-US }\n${off}`);
  const licence = 'licence: { text: https://example.org/l, data: https://example.org/l }\n';
  write('source/t/article.md', `---\ntitle: Wells\nlanguage: en\n${licence}---\n\nWells.\n`);
  write('schemas/common.json', JSON.stringify({ $defs: { level: integer({ minimum: 3 }) } }));
  for (const [index, [what, schema, records]] of rows.entries()) {
    const { allOf = [], ...own } = schema as { allOf?: object[] };
    const parent = { $ref: 'https://w3id.org/tinkuy/schemas/types/location.json' };
    const head = { title: what, description: `${what}.`, type: 'object' };
    write(`schemas/types/t${index}.json`, JSON.stringify({ ...head, allOf: [parent, ...allOf], ...own }));
    const texts = records.map(
      (record, at) => `t${index}:r${at + 1}:\n  name: { en: Well ${index} ${at} }\n  ${record}\n`,
    );
    if (texts.length > 0) write(`source/t/entities/t${index}.yaml`, texts.join(''));
  }
  const { out } = await runInProcess(folder, 'check', '--no-cache', '--reporter', 'json');
  rmSync(folder, { recursive: true, force: true });
  const { findings } = JSON.parse(out) as {
    findings: { rule: string; path: string; start: { line: number } }[];
  };
  const found = new Map<number, string[]>();
  for (const { rule, path: at, start } of findings) {
    const index = Number(/t(\d+)\.(?:json|yaml)$/.exec(at)?.[1] ?? -1);
    const lines = rows[index]?.[2][0]?.split('\n').length ?? 1;
    const place = at.endsWith('.json') ? 'schema' : start.line <= 2 + lines ? '1' : '2';
    found.set(index, [...(found.get(index) ?? []), `${place} ${rule}`]);
  }
  return found;
}

const isOfSchema = ([, , , found]: Row): boolean => found.some((one) => one.startsWith('schema'));

// What follows from a mistake in a schema is not told beside it.
describe.each([
  ['in what records say', rows.filter((row) => !isOfSchema(row))],
  ['or is told where it says nothing', rows.filter(isOfSchema)],
] as const)('JSON Schema holds as it is written, %s', (_, own) => {
  let found = new Map<number, string[]>();
  beforeAll(async () => {
    found = await findingsOf(own);
  }, 120_000);

  test.each(own.map(([what, , , expected], index) => [what, index, expected] as const))(
    '%s',
    (__, index, expected) => {
      expect([...new Set(found.get(index) ?? [])].sort()).toEqual([...expected].sort());
    },
  );

  test('and nothing else is found', () => {
    expect(found.get(-1)).toBeUndefined();
  });
});
