/** Schemas and records as nobody should write them: each is a finding at its line, never a crash, never silence, and nothing is fetched. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from './expect-finding.ts';
import { runInProcess } from './run-in-process.ts';
import { type Files, licence, off, writeWells } from './write-wells.ts';

const values = 'https://w3id.org/tinkuy/schemas/values.json#/$defs/';
const integer = { type: 'integer' };
const least = { ...integer, minimum: 5 };

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function writeProject(files: Files): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  folders.push(folder);
  return writeWells(folder, files);
}

async function check(files: Files, ...options: string[]): Promise<Finding[]> {
  const { code, out } = await runInProcess(
    writeProject(files),
    'check',
    '--no-cache',
    '--reporter',
    'json',
    ...options,
  );
  expect([0, 1]).toContain(code);
  return (JSON.parse(out) as { findings: Finding[] }).findings;
}

const place = ({ rule, path: at, start }: Finding): string => `${rule} ${path.basename(at)}:${start.line}`;
const well = (properties: object, more: object = {}): Files => ({
  'schemas/types/well.json': { title: 'Well', description: 'A well.', type: 'object', properties, ...more },
});
const record = (yaml: string): Files => ({ 'source/t/entities/e.yaml': `well:a:\n  ${yaml}\n` });

/** Definitions that each lead to the next, and the last to a limit. */
function chain(length: number, link: (next: string) => object): object {
  const steps = Array.from({ length }, (_, index) => [`d${index}`, link(`#/$defs/d${index + 1}`)]);
  return { $defs: Object.fromEntries([...steps, [`d${length}`, least]]) };
}
const start = { level: { $ref: '#/$defs/d0' } };
const tooFar = ['schema-reference-resolves well.json:1'];

test.each<[string, Files, string[]]>([
  [
    '10,000 references side by side',
    well(
      Object.fromEntries([
        ['level', { $ref: '#/$defs/a' }],
        ...Array.from({ length: 10_000 }, (_, index) => [`p${index}`, { $ref: '#/$defs/a' }]),
      ]),
      { $defs: { a: least } },
    ),
    ['value-fits-schema e.yaml:2'],
  ],
  [
    '10,000 in a chain',
    well(
      start,
      chain(10_000, ($ref) => ({ $ref })),
    ),
    tooFar,
  ],
  [
    '3,000 in a chain of allOf',
    well(
      start,
      chain(3_000, ($ref) => ({ allOf: [{ $ref }] })),
    ),
    tooFar,
  ],
  [
    '10,000 in a chain of parts',
    well(
      start,
      chain(10_000, ($ref) => ({ type: 'object', properties: { a: { $ref } } })),
    ),
    [...tooFar, 'value-has-the-right-type e.yaml:2'],
  ],
  [
    '2^40 ways to one schema',
    well(
      start,
      chain(40, ($ref) => ({ allOf: [{ $ref }, { $ref }] })),
    ),
    ['value-fits-schema e.yaml:2'],
  ],
  [
    '2^40 alternatives',
    well(
      start,
      chain(40, ($ref) => ({ anyOf: [{ $ref }, { $ref }] })),
    ),
    ['value-fits-schema e.yaml:2'],
  ],
  [
    '100 in a chain',
    well(
      start,
      chain(100, ($ref) => ({ $ref })),
    ),
    ['value-fits-schema e.yaml:2'],
  ],
  [
    '5 MB',
    well({
      level: least,
      ...Object.fromEntries(
        Array.from({ length: 24_000 }, (_, index) => [
          `p${index}`,
          { ...integer, description: 'd'.repeat(170) },
        ]),
      ),
    }),
    ['value-fits-schema e.yaml:2'],
  ],
  ['a circle of one', well({ level: { $ref: '#/properties/level' } }), tooFar],
  [
    'a circle of files',
    {
      ...well({ level: { $ref: '../a.json' } }),
      'schemas/a.json': { $ref: 'b.json' },
      'schemas/b.json': { $ref: 'a.json' },
    },
    ['schema-reference-resolves b.json:1'],
  ],
  [
    'a dynamic circle',
    well({ level: { $dynamicRef: '#n' } }, { $defs: { a: { $dynamicAnchor: 'n', $dynamicRef: '#n' } } }),
    tooFar,
  ],
  [
    'a circle of allOf within anyOf',
    well({ level: { $ref: '#/$defs/a' } }, { $defs: { a: { anyOf: [{ allOf: [{ $ref: '#/$defs/a' }] }] } } }),
    tooFar,
  ],
])(
  'references: %s',
  async (_, files, expected) => {
    expect((await check({ ...files, ...record('level: 3') })).map(place)).toEqual(expected);
  },
  120_000,
);

test.each([
  ['http://example.org:9/x.json', 'Nothing is fetched'],
  ['https://example.org/x.json', 'Nothing is fetched'],
  ['file:///etc/passwd', 'Nothing is fetched'],
  ['//example.org/x.json', 'Nothing is fetched'],
  ['data:application/json,{}', 'Nothing is fetched'],
  ['../../../outside.json', 'Name a file'],
  ['/etc/passwd', 'Name a file'],
  ['not a path', 'Name a file'],
  ['border.json', 'Copy source/peru-borders/schemas/types/border.json'],
  ['https://w3id.org/tinkuy/schemas/types/hub.json', 'Copy source/peru-borders/schemas/types/hub.json'],
])('a reference to %s is refused with what to do', async ($ref, help) => {
  const findings = await check(well({ level: integer, other: { $ref } }));
  expect(findings.map(place)).toEqual(tooFar);
  expect(findings[0]?.help).toContain(help);
});

test.each(['border', 'hub', 'law'])(
  'a range of %s, which a publication has, tells where it is',
  async (type) => {
    const [finding, ...others] = await check(well({ at: { $ref: `${values}entity`, 'x-range': [type] } }));
    expect(others).toEqual([]);
    expect(finding?.help).toContain(`Copy source/peru-borders/schemas/types/${type}.json`);
  },
);

describe('a schema within a file that has an $id is found by it', () => {
  const $defs = {
    x: { $id: 'level.json', $ref: '#/$defs/n', $defs: { n: least } },
    y: { $id: 'https://example.org/b/other', $defs: { q: { $anchor: 'top', type: 'string', maxLength: 2 } } },
    z: { $id: 'deep/', $defs: { in: { $id: 'in.json', ...least } } },
  };
  test.each([
    ['by its address', 'https://example.org/level.json', 'level: 3', 'level: 5'],
    ['by a relative one, to an anchor', 'b/other#top', 'level: abc', 'level: ab'],
    ['within another', 'deep/in.json', 'level: 4', 'level: 6'],
    ['by a pointer over both', '#/$defs/z/$defs/in', 'level: 4', 'level: 6'],
  ])('%s', async (_, $ref, wrong, right) => {
    const files = well({ level: { $ref } }, { $id: 'https://example.org/well.json', $defs });
    expect((await check({ ...files, ...record(wrong) })).map(place)).toEqual(['value-fits-schema e.yaml:2']);
    expect(await check({ ...files, ...record(right) })).toEqual([]);
  });
  test('and one that is not there is told', async () => {
    const files = well({ level: { $ref: 'deep/out.json' } }, { $id: 'https://example.org/well.json', $defs });
    expect((await check(files)).map(place)).toEqual(tooFar);
  });
});

describe('a mistake in one schema leaves the types judged that do not rest on it', () => {
  const others = {
    'schemas/types/lake.json': {
      title: 'Lake',
      description: 'A lake.',
      type: 'object',
      properties: { depth: integer },
    },
    'source/t/entities/e.yaml': 'well:a: { levl: 3, level: 3 }\nlake:b: { dpth: 3 }\n',
  };
  const ofLake = 'property-is-known e.yaml:2';
  test.each<[string, Files, string[]]>([
    ['no JSON', { 'schemas/types/well.json': '{ "title": ' }, ['schema-is-valid well.json:1', ofLake]],
    ['a reference to nothing', well({ level: { $ref: '#/$defs/no' } }), [...tooFar, ofLake]],
    ['a circle', well({ level: { $ref: '#/properties/level' } }), [...tooFar, ofLake]],
    [
      'in a file that it refers to',
      { ...well({ level: { $ref: '../a.json' } }), 'schemas/a.json': { $ref: 'no.json' } },
      ['schema-reference-resolves a.json:1', ofLake],
    ],
    [
      'in a supertype',
      {
        ...well({ level: integer }, { allOf: [{ $ref: 'hole.json' }] }),
        'schemas/types/hole.json': {
          title: 'Hole',
          description: 'A hole.',
          type: 'object',
          properties: { wide: { $ref: '#/no' } },
        },
      },
      ['schema-reference-resolves hole.json:1', ofLake],
    ],
    ['none', well({ level: integer }), ['property-is-known e.yaml:1', ofLake]],
  ])('%s', async (_, files, expected) => {
    expect((await check({ ...others, ...files })).map(place).sort()).toEqual([...expected].sort());
  });
});

const slow = '(?=a)^(a+)+$';
const long = `${'a'.repeat(40)}!`;
test.each([
  [
    'patternProperties',
    { type: 'object', patternProperties: { [slow]: integer }, additionalProperties: false },
    `{ ${long}: 3 }`,
  ],
  [
    'propertyNames',
    { type: 'object', propertyNames: { pattern: slow }, additionalProperties: {} },
    `{ ${long}: 3 }`,
  ],
  ['not', { type: 'string', not: { pattern: slow } }, long],
  ['anyOf', { anyOf: [{ type: 'string', pattern: slow }, integer] }, long],
  ['if', { type: 'string', if: { pattern: slow }, else: { maxLength: 2 } }, long],
  ['contains', { type: 'array', items: { type: 'string' }, contains: { pattern: slow } }, `[${long}]`],
])('a pattern that takes too long is told in %s', async (_, property, value) => {
  const findings = await check({ ...well({ level: property }), ...record(`level: ${value}`) });
  expect(findings.map(place)).toEqual(['value-fits-schema e.yaml:2']);
  expect(findings[0]?.message).toContain('takes too long');
});

test('every name that is not allowed, and every part that is missing, has its finding', async () => {
  const files = well({
    words: {
      type: 'object',
      patternProperties: { '^[a-z]{2}$': { type: 'string' } },
      additionalProperties: false,
    },
    maker: { type: 'object', properties: { a: integer, b: integer }, required: ['a', 'b'] },
    size: { $ref: `${values}quantity`, 'x-units': ['km'] },
  });
  const findings = await check({
    ...files,
    ...record(
      'words:\n    eng: a\n    spa: b\n    es: c\n    POR: d\n  maker: {}\n  size: { qualifier: over }',
    ),
  });
  expect(findings.map(({ rule, start: { line, column } }) => `${rule} ${line}:${column}`)).toEqual([
    'property-is-known 3:5',
    'property-is-known 4:5',
    'property-is-known 6:5',
    'required-property-is-present 7:10',
    'required-property-is-present 7:10',
    'required-property-is-present 8:9',
  ]);
});

const several = {
  anyOf: [
    { title: 'Words', type: 'string', maxLength: 2, pattern: '^b' },
    { type: 'string', maxLength: 1, pattern: '^c', not: { const: 'much' } },
  ],
};
test.each([
  ['en', 'wants size to have at most 2 characters and size to match ^b.'],
  ['es', 'pide que size tenga a lo sumo 2 caracteres y que size responda a ^b.'],
  ['pt', 'pede que size tenha no máximo 2 caracteres e que size corresponda a ^b.'],
])('what the nearest alternative wants is a sentence in %s', async (language, words) => {
  const [finding] = await check({ ...well({ size: several }), ...record('size: much') }, '--lang', language);
  expect(finding?.message).toContain(words);
});

test.each(['text', 'texts'])(
  'one value where a %s is wanted is one finding that offers the form',
  async (kind) => {
    for (const schema of [{ $ref: values + kind }, { type: 'array', items: { $ref: values + kind } }]) {
      const findings = await check({ ...well({ label: schema }), ...record('label: Lima') });
      expect(findings.map(place)).toEqual(['value-has-the-right-type e.yaml:2']);
      expect(findings[0]?.help).toMatch(/\{en: /);
    }
  },
);

test.each([
  [
    'draft-04 with a flag that has no limit',
    {
      $schema: 'http://json-schema.org/draft-04/schema#',
      properties: { a: { ...integer, exclusiveMinimum: true } },
    },
    'schema-is-valid',
  ],
  [
    'draft-03 with what is divisible',
    { properties: { a: { type: 'number', divisibleBy: 2 } } },
    'schema-keyword-is-known',
  ],
  ['a type of draft-03', { properties: { a: { type: 'any' } } }, 'schema-is-valid'],
  [
    'a property that requires itself',
    { properties: { a: { type: 'string', required: true } } },
    'schema-is-valid',
  ],
  ['a number of forty figures', '{"maximum": 1234567890123456789012345678901234567890}', 'schema-is-valid'],
  ['a number that no double has', '{"minimum": 1e400}', 'schema-is-valid'],
])('a schema of %s is told', async (_, more, rule) => {
  const head = { title: 'Well', description: 'A well.', type: 'object' };
  const text =
    typeof more === 'string'
      ? JSON.stringify({ ...head, properties: { a: {} } }).replace('{}', more)
      : JSON.stringify({ ...head, ...more });
  expect((await check({ 'schemas/types/well.json': text })).map(place)).toContain(`${rule} well.json:1`);
});

test('what LANG gives is compared with tags as the data spell them', async () => {
  const folder = writeProject({
    'tinkuy.yaml': `base: https://example.org/wells/\neditions: { pt-BR: pt-BR }\n${off}`,
    'source/t/article.md': `---\ntitle: Poços\nlanguage: pt-BR\n${licence}---\n\nPoços.\n`,
    ...well({}, { allOf: [{ $ref: 'place.json' }] }),
    'source/t/entities/e.yaml': 'well:a:\n  name: { pt-BR: Poço PT }\n',
  });
  expect((await runInProcess(folder, 'build', '.')).code).toBe(0);
  const asked = async (filter: string) => {
    const query = `SELECT ?n { <https://example.org/wells/id/well/a> schema:name ?n ${filter} }`;
    return (await runInProcess(folder, 'query', query, '.', '--format', 'csv')).out;
  };
  for (const filter of [
    'FILTER(lang(?n) = "pt-BR")',
    'FILTER("pt-BR" = LANG(?n))',
    'FILTER(lang(?n) IN ("en", "pt-BR"))',
    'FILTER(lang(?n) NOT IN ("en", "ES"))',
    'BIND(lang(?n) AS ?l) FILTER(?l = "pt-BR")',
    'VALUES ?l { "pt-BR" } FILTER(lang(?n) = ?l)',
    'FILTER(str(lang(?n)) = "pt-BR" && ?n = "Poço PT"@pt-BR)',
  ])
    expect([filter, await asked(filter)]).toEqual([filter, expect.stringContaining('Poço PT')]);
  for (const filter of ['FILTER(lang(?n) != "pt-BR")', 'FILTER(lang(?n) = "pt")'])
    expect([filter, await asked(filter)]).toEqual([filter, expect.not.stringContaining('Poço')]);
}, 60_000);

/** YAML that other readers take otherwise than it looks, with what is found, or what the data have. */
const traps: [yaml: string, found: string | RegExp][] = [
  ['flag: yes', 'value-has-the-right-type 2:9'],
  ['flag: on', 'value-has-the-right-type 2:9'],
  ['word: no', /def:word "no"/],
  ['word: on', /def:word "on"/],
  ['word: 012', /def:word "012"/],
  ['word: 1:20', /def:word "1:20"/],
  ['word: 2001-12-14', /def:word "2001-12-14"/],
  ['word: ~', 'value-has-the-right-type 2:9'],
  ['word:', 'value-has-the-right-type 2:8'],
  ['count: 0o17', 'value-has-the-right-type 2:10'],
  ['count: 0x1F', 'value-has-the-right-type 2:10'],
  ['count: 1_000', 'value-has-the-right-type 2:10'],
  ['count: 1:20', 'value-has-the-right-type 2:10'],
  ['count: -0', /def:count 0 /],
  ['count: 1234567890123456789012345678901234567890', /def:count 1234567890123456789012345678901234567890 /],
  ['size: .nan', 'value-has-the-right-type 2:9'],
  ['size: -.Inf', 'value-has-the-right-type 2:9'],
  ['size: NaN', 'value-has-the-right-type 2:9'],
  ['size: 1e400', 'value-has-the-right-type 2:9'],
  ['size: -0.0', /def:size "0"\^\^xsd:decimal /],
  ['any: .nan', 'value-has-the-right-type 2:8'],
  ['any: 0o17', 'value-has-the-right-type 2:8'],
  ['any: 012', 'value-has-the-right-type 2:8'],
  ['any: 1e400', 'value-has-the-right-type 2:8'],
  ['any: 1e3', /def:any "1000"\^\^rdf:JSON/],
  ['any: { 1: a, ~: b }', /\{\\"1\\":\\"a\\",\\"~\\":\\"b\\"\}/],
  ['any: { __proto__: { a: b }, constructor: c }', /__proto__/],
  ['word: !!binary aGVsbG8=', 'yaml-is-well-formed 2:9'],
  ['any: !!set { ? a }', 'yaml-is-well-formed 2:8'],
  ['word: !foo bar', 'yaml-is-well-formed 2:9'],
  ['any: !person { a: b }', 'yaml-is-well-formed 2:8'],
  ['word: !!str bar', /def:word "bar"/],
  ['any: { <<: { a: b } }', 'yaml-has-no-anchors 2:10'],
  ['any: &x [*x]', 'yaml-has-no-anchors 2:8'],
  ['any: { a: 1, "a": 2 }', 'yaml-key-is-unique 2:16'],
  ['any: { [a, b]: c }', 'yaml-is-well-formed 2:10'],
  [`any:\n    ${'k'.repeat(1100)}: a`, 'yaml-is-well-formed 3:5'],
  ['word: @foo', 'yaml-is-well-formed 2:9'],
  ['word: `foo`', 'yaml-is-well-formed 2:9'],
  ['word: a: b', 'yaml-is-well-formed 2:9'],
  ['word: b   ', /def:word "b"/],
  ['word: >-\n    a\n    b', /def:word "a b"/],
  ['__proto__: x', 'property-is-known 2:3'],
  ['constructor: x', 'property-is-known 2:3'],
  ['word\u00a0: b', 'property-is-known 2:3'],
];
describe('YAML with traps', () => {
  const found = new Map<string, string[]>();
  let data = '';
  const type = well({
    ...{
      flag: { type: 'boolean' },
      word: { type: 'string' },
      count: integer,
      size: { type: 'number' },
      any: {},
    },
  });
  const files = (isData: boolean): Files =>
    Object.fromEntries(
      [...traps.entries()]
        .filter(([, [, expected]]) => isData === expected instanceof RegExp)
        .map(([index, [yaml]]) => [`source/t/entities/e${index}.yaml`, `well:r${index}:\n  ${yaml}\n`]),
    );
  beforeAll(async () => {
    for (const { rule, path: at, start: from } of await check({ ...type, ...files(false) }))
      found.set(at, [...(found.get(at) ?? []), `${rule} ${from.line}:${from.column}`]);
    const folder = writeProject({ ...type, ...files(true) });
    const { code, out } = await runInProcess(folder, 'build', '--no-cache', '.');
    expect([code, out.includes('error ')]).toEqual([0, false]);
    data = readFileSync(path.join(folder, 'dist/data/t.ttl'), 'utf8');
  }, 120_000);

  test.each(traps.map(([yaml, expected], index) => [yaml.slice(0, 60), expected, index] as const))(
    '%j',
    (_, expected, index) => {
      if (typeof expected === 'string')
        expect(found.get(`source/t/entities/e${index}.yaml`)).toContain(expected);
      else {
        const own = data.split('\n\n').find((node) => node.includes(`/well/r${index}> `));
        expect(`${own?.replace(/\.$/, '')} `.replace(/\s+/g, ' ')).toMatch(expected);
      }
    },
  );

  test.each([
    ['%YAML 1.1\n---\nwell:a: { word: b }\n', 'yaml-is-well-formed e.yaml:1'],
    ['%FOO bar\n---\nwell:a: { word: b }\n', 'yaml-is-well-formed e.yaml:1'],
    ['well:a: { word: b }\n---\nwell:b: { word: c }\n', 'yaml-is-well-formed e.yaml:2'],
    ['!foo\nwell:a: { word: b }\n', 'yaml-is-well-formed e.yaml:1'],
  ])('%j', async (yaml, expected) => {
    expect((await check({ ...type, 'source/t/entities/e.yaml': yaml })).map(place)).toEqual([expected]);
  });
});
