import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Finding } from './expect-finding.ts';
import { runInProcess } from './run-in-process.ts';

const integer = { type: 'integer' };
const ofKind = (kind: string, name: string) => ({
  properties: { kind: { const: kind }, [name]: integer },
  required: ['kind', name],
});
const $defs = {
  person: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
  organization: { type: 'object', properties: { name: { type: 'string' } } },
};
const references = [{ $ref: '#/$defs/person' }, { $ref: '#/$defs/organization' }];

type Row = [
  what: string,
  schema: object,
  record: string,
  line: number,
  told: string[],
  untold: string[],
  rule?: string,
];

test.each<Row>([
  [
    'two that both fit, by what only each says',
    { properties: { a: integer, b: integer }, oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    'a: 3\n  b: 4',
    1,
    ['well:w1', 'both “required: a” and “required: b”'],
    [],
  ],
  [
    'two that both fit, by the names of their references',
    { $defs, properties: { maker: { oneOf: references } } },
    'maker: { name: Paz }',
    3,
    ['maker', 'both “person” and “organization”'],
    [],
  ],
  [
    'three that fit, by their titles, and by place where nothing else tells',
    {
      properties: { a: integer },
      oneOf: [{ title: 'A well' }, { title: 'A spring' }, { required: ['a'] }, {}],
    },
    'depth: 1\n  a: 3',
    1,
    ['“A well”, “A spring”, “required: a”, “#4”'],
    [],
  ],
  [
    'none, told of the one that the property which tells them apart means',
    { properties: {}, oneOf: [ofKind('ball', 'radius'), ofKind('box', 'edge')] },
    'kind: box\n  radius: 2',
    1,
    ['edge'],
    ['ball'],
    'required-property-is-present',
  ],
  [
    'none, with the nearest by how little it lacks',
    {
      properties: { a: integer, b: integer, c: integer },
      anyOf: [{ required: ['a', 'b'] }, { required: ['c'] }],
    },
    'sameAs: []',
    1,
    ['“required: c”, wants well:w1 to have c.'],
    ['a, b'],
  ],
  [
    'none, told of the one of its type',
    {
      properties: {
        size: {
          anyOf: [
            { type: 'integer', minimum: 3 },
            { type: 'string', title: 'Words', maxLength: 2 },
          ],
        },
      },
    },
    'size: much',
    3,
    ['Expected size to have at most 2 characters'],
    ['minimum'],
  ],
])('alternatives are named: %s', async (...row) => {
  const [, schema, record, line, told, untold, rule = 'value-fits-schema'] = row;
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  const write = (at: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), text);
  };
  const off =
    'rules: { record-is-used: off, furniture-is-translated: off, schema-keyword-has-an-effect: off }';
  write('tinkuy.yaml', `base: https://example.org/\neditions: { en: en-US }\n${off}\n`);
  const licence = 'licence: { text: https://example.org/l, data: https://example.org/l }\n';
  write('source/t/article.md', `---\ntitle: Wells\nlanguage: en\n${licence}---\n\nWells.\n`);
  write('source/t/entities/e.yaml', `well:w1:\n  name: { en: Old Well }\n  ${record}\n`);
  const head = { title: 'Well', description: 'A hole that gives water.', type: 'object' };
  const allOf = [{ $ref: 'https://w3id.org/tinkuy/schemas/types/location.json' }];
  const own = schema as { properties: object };
  const properties = { ...own.properties, depth: integer };
  write('schemas/types/well.json', JSON.stringify({ ...head, allOf, ...own, properties }));
  const { code, out } = await runInProcess(folder, 'check', '--no-cache', '--reporter', 'json');
  rmSync(folder, { recursive: true, force: true });
  const { findings } = JSON.parse(out) as { findings: Finding[] };
  expect(findings).toMatchObject([{ rule, start: { line } }]);
  const { message = '' } = findings[0] ?? {};
  for (const words of told) expect(message).toContain(words);
  for (const words of untold) expect(message).not.toContain(words);
  expect(code).toBe(1);
});
