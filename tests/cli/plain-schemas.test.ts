import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runInProcess } from './run-in-process.ts';

const values = 'https://w3id.org/tinkuy/schemas/values.json#/$defs/';
const string = { type: 'string' };
const person = {
  type: 'object',
  properties: { 'family-names': string, given: string, born: { type: 'integer', minimum: 1000 } },
  required: ['family-names'],
};

/**
 * What is tried; the properties of a type, other keywords of it, and records: YAML of a record, then what a check finds in it with the
 * line of the record, or what its data has.
 */
interface Trial {
  what: string;
  properties?: Record<string, unknown>;
  more?: Record<string, unknown>;
  refused?: [yaml: string, ...found: string[]][];
  carried?: [yaml: string, ...turtle: string[]][];
}

const trials: Trial[] = [
  {
    what: 'an object',
    properties: { maker: person },
    refused: [
      ['maker: { given: Ana }', '2 required-property-is-present'],
      ['maker:\n    family-names: Paz\n    born: 7', '4 value-fits-schema'],
      ['maker:\n    famly-names: Paz', '3 required-property-is-present', '3 property-is-known'],
      ['maker: Paz', '2 value-has-the-right-type'],
    ],
    carried: [
      [
        'maker: { family-names: Paz, born: 1960 }',
        'def:maker <ID#maker>',
        '<ID#maker> def:born 1960 ;\n    def:family-names "Paz" .',
      ],
    ],
  },
  {
    what: 'objects in a list, told apart by their places',
    properties: { makers: { type: 'array', items: { $ref: '#/$defs/person' }, maxItems: 2 } },
    more: { $defs: { person } },
    refused: [
      [
        'makers:\n    - family-names: Paz\n    - family-names: Ruiz\n      born: old',
        '5 value-has-the-right-type',
      ],
      [
        'makers: [{ family-names: A }, { family-names: B }, { family-names: C }]',
        '2 number-of-values-is-right',
      ],
    ],
    carried: [
      [
        'makers: [{ family-names: Paz }, { family-names: Ruiz }]',
        'def:makers <ID#makers>,\n        <ID#makers.2>',
        '<ID#makers.2> def:family-names "Ruiz" .',
      ],
    ],
  },
  {
    what: 'objects in a list, told apart by a key',
    properties: {
      makers: {
        type: 'array',
        items: { type: 'object', properties: { code: { ...string, 'x-unique': true }, name: string } },
      },
    },
    carried: [
      [
        'makers: [{ code: a.1, name: Paz }, { name: Ruiz }]',
        '<ID#makers.code=a%2E1> def:code "a.1" ;',
        '<ID#makers.2>',
      ],
    ],
  },
  {
    what: 'a class and a term for an object',
    properties: { maker: { ...person, 'x-jsonld-type': 'schema:Person' } },
    more: { 'x-jsonld-context': { 'family-names': { '@id': 'schema:familyName' } } },
    carried: [
      ['maker: { family-names: Paz }', '<ID#maker> a schema:Person ;\n    schema:familyName "Paz" .'],
    ],
  },
  {
    what: 'an object that holds itself',
    properties: { tree: { $ref: '#/$defs/node' } },
    more: {
      $defs: {
        node: {
          type: 'object',
          properties: { word: string, nodes: { type: 'array', items: { $ref: '#/$defs/node' } } },
          required: ['word'],
        },
      },
    },
    refused: [
      [
        'tree:\n    word: a\n    nodes:\n      - word: b\n        nodes:\n          - wrd: c',
        '7 property-is-known',
        '7 required-property-is-present',
      ],
    ],
    carried: [
      [
        'tree: { word: a, nodes: [{ word: b, nodes: [{ word: c }] }] }',
        '<ID#tree.nodes.nodes> def:word "c" .',
      ],
    ],
  },
  {
    what: 'a string or a number',
    properties: { size: { type: ['string', 'number'], minimum: 3 } },
    refused: [
      ['size: 2', '2 value-fits-schema'],
      ['size: [2]', '2 value-has-the-right-type'],
    ],
    carried: [
      ['size: 12.50', 'def:size 12.5 .'],
      ['size: "12"', 'def:size "12" .'],
    ],
  },
  {
    what: 'two kinds in anyOf',
    properties: { level: { anyOf: [{ $ref: `${values}integer` }, { $ref: `${values}string` }] } },
    carried: [
      ['level: 7', 'def:level 7 .'],
      ['level: high', 'def:level "high" .'],
    ],
  },
  {
    what: 'a date or any text',
    properties: { when: { anyOf: [string, { type: 'string', format: 'date' }] } },
    carried: [
      ['when: 1998-10-26', 'def:when "1998-10-26"^^xsd:date .'],
      ['when: in spring', 'def:when "in spring" .'],
    ],
  },
  {
    what: 'one or several',
    properties: { makers: { oneOf: [string, { type: 'array', items: person, minItems: 2 }] } },
    refused: [['makers: [{ family-names: Paz }]', '2 number-of-values-is-right']],
    carried: [
      ['makers: Paz', 'def:makers "Paz" .'],
      ['makers: [{ family-names: Paz }, { family-names: Ruiz }]', '<ID#makers.2> def:family-names "Ruiz" .'],
    ],
  },
  {
    what: 'a value or null',
    properties: { size: { type: ['integer', 'null'] }, depth: { type: 'integer' } },
    refused: [['depth: null', '2 value-has-the-right-type']],
    carried: [['size: null\n  depth: 3', 'def:depth 3 .']],
  },
  {
    what: 'a list of values of several types',
    properties: { state: { enum: ['open', 1, true, null] } },
    refused: [['state: 2', '2 value-fits-schema']],
    carried: [
      ['state: 1', 'def:state 1 .'],
      ['state: open', 'def:state "open" ;'],
      ['state: true', 'def:state true .'],
    ],
  },
  {
    what: 'a constant',
    properties: { state: { const: 'open' } },
    refused: [['state: shut', '2 code-is-known']],
    carried: [['state: open', 'def:state "open" ;']],
  },
  {
    what: 'a property of which nothing is said',
    properties: { any: {}, more: true },
    refused: [['any: 1.2345678901234567890123', '2 value-has-the-right-type']],
    carried: [
      ['any: { b: [1, 2.50, x], a: ~ }', 'def:any "{\\"a\\":null,\\"b\\":[1,2.5,\\"x\\"]}"^^rdf:JSON .'],
      ['more: "12"', 'def:more "\\"12\\""^^rdf:JSON .'],
    ],
  },
  {
    what: 'lists of lists, as a literal of the datatype that the context names',
    properties: { at: { type: 'array', items: { type: 'array', items: { type: 'number' }, minItems: 2 } } },
    more: { 'x-jsonld-context': { at: { '@id': 'geo:asGeoJSON', '@type': 'geo:geoJSONLiteral' } } },
    refused: [['at: [[1, 2], [3]]', '2 number-of-values-is-right']],
    carried: [['at: [[1, 2], [3.5, 4]]', 'geo:asGeoJSON "[[1,2],[3.5,4]]"^^geo:geoJSONLiteral .']],
  },
  {
    what: 'names that no schema has, where it allows them',
    properties: { maker: { ...person, additionalProperties: { type: 'integer' } } },
    more: { additionalProperties: true },
    refused: [['maker: { family-names: Paz, height: tall }', '2 value-fits-schema']],
    carried: [
      [
        'maker: { family-names: Paz, height: 170 }\n  colour: red',
        'schema:additionalProperty <ID#+colour>',
        '<ID#+colour> a schema:PropertyValue ;\n    schema:name "colour" ;\n    schema:value "red" .',
        '<ID#maker+height> a schema:PropertyValue ;\n    schema:name "height" ;\n    schema:value "170"^^rdf:JSON .',
      ],
    ],
  },
  {
    what: 'names by their form',
    properties: {
      words: { type: 'object', patternProperties: { '^[a-z]{2}$': string }, additionalProperties: false },
    },
    refused: [['words: { eng: river }', '2 property-is-known']],
    carried: [['words: { en: river }', 'def:words "{\\"en\\":\\"river\\"}"^^rdf:JSON .']],
  },
  {
    what: 'properties of branches',
    properties: { kind: { enum: ['box', 'ball'] } },
    more: {
      oneOf: [
        { properties: { kind: { const: 'box' }, edge: { type: 'integer' } }, required: ['edge'] },
        { properties: { kind: { const: 'ball' }, radius: { type: 'number' } }, required: ['radius'] },
      ],
      dependentRequired: { edge: ['kind'] },
      propertyNames: { maxLength: 8 },
    },
    refused: [
      ['kind: box\n  radius: 2', '1 required-property-is-present'],
      ['kind: ball\n  radius: 2\n  raduis: 3', '4 property-is-known'],
    ],
    carried: [
      ['kind: box\n  edge: 2', 'def:edge 2 ;'],
      ['kind: ball\n  radius: 2.5', 'def:radius 2.5 ;'],
    ],
  },
  {
    what: 'a condition that adds a property',
    properties: { kind: string },
    more: {
      if: { properties: { kind: { const: 'box' } }, required: ['kind'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: { properties: { lid: { type: 'boolean' } }, required: ['lid'] },
    },
    refused: [
      ['kind: box', '1 required-property-is-present'],
      ['kind: ball\n  lid: true', '3 property-is-known'],
    ],
    carried: [['kind: box\n  lid: false', 'def:lid false .']],
  },
  {
    what: 'an empty text where a plain schema allows one',
    properties: { note: string, name2: { ...string, minLength: 1 } },
    refused: [['name2: ""', '2 value-fits-schema']],
    carried: [['note: ""', 'def:note "" .']],
  },
  {
    what: 'a schema of another draft',
    properties: { size: { type: 'integer' } },
    more: { $schema: 'http://json-schema.org/draft-04/schema#' },
    refused: [['size: 1.5', '2 value-has-the-right-type']],
    carried: [['size: 15', 'def:size 15 .']],
  },
];

/** What trials are tried in: a folder, with a type and records for each. */
function writeProject(records: (trial: Trial) => string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  const write = (at: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), text);
  };
  const off = 'rules: { record-is-used: off, furniture-is-translated: off }\n';
  write('tinkuy.yaml', `base: https://example.org/\neditions: { en: en-US }\n${off}`);
  const licence = 'licence: { text: https://example.org/l, data: https://example.org/l }\n';
  write('source/t/article.md', `---\ntitle: Trials\nlanguage: en\n${licence}---\n\nTrials.\n`);
  for (const [index, trial] of trials.entries()) {
    const { what, properties, more = {} } = trial;
    const type = { title: what, description: `${what}.`, type: 'object', ...more, properties };
    write(`schemas/types/t${index}.json`, JSON.stringify(type));
    for (const [at, yaml] of records(trial).entries())
      write(`source/t/entities/t${index}-${at}.yaml`, `t${index}:r${at}:\n  ${yaml}\n`);
  }
  return folder;
}

describe('what a plain schema says holds', () => {
  const found = new Map<string, string[]>();
  beforeAll(async () => {
    const folder = writeProject(({ refused = [] }) => refused.map(([yaml]) => yaml));
    const { out } = await runInProcess(folder, 'check', '--no-cache', '--reporter', 'json');
    rmSync(folder, { recursive: true, force: true });
    const { findings } = JSON.parse(out) as {
      findings: { rule: string; path: string; start: { line: number } }[];
    };
    for (const { rule, path: at, start } of findings) {
      const place = /(t\d+-\d+)\.yaml$/.exec(at)?.[1] ?? at;
      found.set(place, [...(found.get(place) ?? []), `${start.line} ${rule}`]);
    }
  }, 120_000);

  const rows = trials.flatMap(({ what, refused = [] }, index) =>
    refused.map(([yaml, ...expected], at) => [what, yaml, `t${index}-${at}`, expected] as const),
  );
  test.each(rows)('%s: %s', (_, __, place, expected) => {
    expect([...new Set(found.get(place) ?? [])].sort()).toEqual([...expected].sort());
  });

  test('and nothing else is found', () => {
    const places: string[] = rows.map(([, , place]) => place);
    expect([...found.keys()].filter((place) => !places.includes(place))).toEqual([]);
  });
});

describe('what a plain schema says reaches the data', () => {
  let folder = '';
  let data = '';
  let findings = '';
  beforeAll(async () => {
    folder = writeProject(({ carried = [] }) => carried.map(([yaml]) => yaml));
    ({ out: findings } = await runInProcess(folder, 'build', '--no-cache'));
    expect(findings).not.toContain('error');
    data = readFileSync(path.join(folder, 'dist/data/t.ttl'), 'utf8');
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const rows = trials.flatMap(({ what, carried = [] }, index) =>
    carried.map(
      ([yaml, ...turtle], at) => [what, yaml, `https://example.org/id/t${index}/r${at}`, turtle] as const,
    ),
  );
  test.each(rows)('%s: %s', (_, __, iri, turtle) => {
    const own = data
      .split('\n\n')
      .filter((node) => node.startsWith(`<${iri}>`) || node.startsWith(`<${iri}#`))
      .join('\n\n');
    for (const expected of turtle) expect(own).toContain(expected.replaceAll('ID', iri));
  });

  test('has no blank node and no finding', () => {
    expect(data).not.toContain('_:');
    expect(findings).not.toContain('error');
  });

  test('is in types that compile, and in the schema for editors', async () => {
    expect((await runInProcess(folder, 'generate')).code).toBe(0);
    const types = readFileSync(path.join(folder, 'schemas/generated/entities.ts'), 'utf8');
    expect(types).toContain("export interface T1Person {\n  'family-names': string;");
    expect(types).toContain('makers?: Array<T1Person>;');
    expect(types).toContain('size?: number | string;');
    const editor = readFileSync(path.join(folder, 'schemas/generated/records.schema.json'), 'utf8');
    expect(JSON.parse(editor)).toMatchObject({ definitions: { T1Person: { additionalProperties: false } } });
    const page = readFileSync(path.join(folder, 'docs/vocabulary.md'), 'utf8');
    expect(page).toContain('### T1Person');
  }, 60_000);
});
