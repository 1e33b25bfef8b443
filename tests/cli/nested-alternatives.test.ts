import { expect, test } from 'vitest';
import { checkOf } from './write-repository.ts';

/** Where a fault within alternatives is told: as deep as the alternative that is meant says. */

const of = (kind: string, properties: object, more: object = {}) => ({
  type: 'object',
  properties: { kind: { const: kind }, ...properties },
  required: ['kind'],
  additionalProperties: false,
  ...more,
});
const ball = of('ball', { radius: { type: 'number' } });
const box = of('box', { edge: { type: 'number', minimum: 1 } });
const shape = { oneOf: [ball, box] };
const group = of('group', { parts: { type: 'array', items: { $ref: '#/$defs/any' } } });
const tree = { $defs: { any: { anyOf: [ball, box, group] } }, $ref: '#/$defs/any' };
const step = {
  type: 'object',
  anyOf: [{ required: ['uses'] }, { required: ['run'] }],
  properties: { uses: { type: 'string' }, run: { type: 'string' }, with: { type: 'object' } },
  additionalProperties: false,
};
const job = {
  properties: {
    steps: { type: 'array', items: step },
    needs: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
  },
  required: ['steps'],
  additionalProperties: false,
};
const call = { properties: { call: { type: 'string' } }, required: ['call'], additionalProperties: false };
const jobs = { properties: { jobs: { additionalProperties: { oneOf: [call, job] } } } };

/** Findings as their rule and the text of the file from their place on. */
async function placesOf(schema: object, value: object): Promise<{ places: string[]; messages: string[] }> {
  const text = JSON.stringify(value);
  const { found, messages } = await checkOf({ 'schemas/d.json': schema, 'd/a.json': text });
  const places = found.map((line) =>
    line.replace(/ d\/a\.json:1:(\d+).*/, (_, column: string) => ` ${text.slice(Number(column) - 1)}`),
  );
  return { places, messages };
}

function expectPlaces(places: string[], expected: string[]): void {
  expect(places.map((place, index) => place.slice(0, expected[index]?.length ?? 0))).toEqual(expected);
}

type Row = [what: string, schema: object, value: object, found: string, told?: string, untold?: string];

test.each<Row>([
  ['by const, a value', shape, { kind: 'box', edge: 0 }, 'value-fits-schema 0}', 'at least 1'],
  ['by const, a name', shape, { kind: 'box', egde: 2 }, 'property-is-known "egde"', 'Did you mean edge'],
  [
    'by const in alternatives within alternatives',
    tree,
    { kind: 'group', parts: [{ kind: 'group', parts: [{ kind: 'box', edge: 'x' }] }] },
    'value-fits-schema "x"',
    'type number',
  ],
  [
    'of a value that none of the telling properties has',
    tree,
    { kind: 'group', parts: [{ kind: 'bxo' }] },
    'value-fits-schema "bxo"',
    'ball | box | group',
  ],
  [
    'by enum',
    {
      anyOf: [
        { properties: { on: { enum: [1, 2] }, a: { type: 'string' } } },
        { properties: { on: { enum: [3] } }, required: ['b'] },
      ],
    },
    { on: 2, a: 1 },
    'value-fits-schema 1}',
    'type string',
  ],
  [
    'by type',
    { properties: { a: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] } } },
    { a: ['x', 1] },
    'value-fits-schema 1]}',
    'type string',
  ],
  [
    'of a type that none of them has',
    { properties: { a: { oneOf: [{ type: 'string' }, { type: 'array' }] } } },
    { a: 1 },
    'value-fits-schema 1}',
    'type string | array',
  ],
  [
    'by the fewest faults, at the deepest place, with what else there is',
    jobs,
    { jobs: { build: { needs: 'a', steps: [{ uses: 'x' }, { uses: 'y', wiht: {} }] } } },
    'value-fits-schema "wiht"',
    '2 alternatives',
  ],
  [
    'by the fewest faults, with alternatives in it',
    jobs,
    { jobs: { build: { needs: ['a', 1], steps: [] } } },
    'value-fits-schema 1],"steps"',
    'type string',
  ],
  [
    'of none that is nearer',
    { anyOf: [{ required: ['a'] }, { required: ['b'] }, { required: ['c', 'd'] }] },
    { x: 1 },
    'value-fits-schema {"x"',
    '3 alternatives of its schema, found none that fits; “required: a” and “required: b” are equally near',
    'the nearest',
  ],
  [
    'that all alternatives find',
    {
      anyOf: [{ required: ['n', 'a'] }, { required: ['n', 'b'] }].map((each) => ({
        ...each,
        properties: { n: { type: 'number' }, a: {}, b: {} },
      })),
    },
    { n: 'x', a: 1 },
    'value-fits-schema "x"',
    'type number',
  ],
])('a fault is told %s', async (_, schema, value, found, told = '', untold = '-') => {
  const { places, messages } = await placesOf(schema, value);
  expectPlaces(places, [found]);
  expect(messages[0]).toContain(told);
  expect(messages[0]).not.toContain(untold);
});

test('all faults of the alternative that is meant are told, each at its place', async () => {
  const { places } = await placesOf(tree, {
    kind: 'group',
    parts: [
      { kind: 'ball', radius: 'x' },
      { kind: 'box', edge: 0 },
    ],
    more: 1,
  });
  expectPlaces(places, ['value-fits-schema "x"', 'value-fits-schema 0}', 'property-is-known "more"']);
});

test('a property that only one alternative speaks of tells nothing of the others', async () => {
  const schema = { anyOf: [{ properties: { level: { enum: ['a'] } } }, { required: ['b'] }] };
  const { places, messages } = await placesOf(schema, { level: 'c' });
  expectPlaces(places, ['value-fits-schema {']);
  expect(messages[0]).toContain('2 alternatives');
});
