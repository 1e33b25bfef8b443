import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runInProcess } from './run-in-process.ts';

const string = { type: 'string' };
const integer = { type: 'integer' };

/** Schemas beside the types, to which these refer. */
const shared = {
  'schemas/shared/person.json': {
    $id: 'https://example.org/person.json',
    type: 'object',
    properties: { family: string, born: { $ref: 'numbers.json#/$defs/year' } },
    required: ['family'],
  },
  'schemas/shared/numbers.json': { $defs: { year: { ...integer, minimum: 1000 } } },
  'schemas/shared/sizes.json': {
    $id: 'https://example.org/sizes/all.json',
    $defs: { depth: { $anchor: 'depth', ...integer, maximum: 100 } },
  },
};

/** What is tried: a type, records of it that are right, and some that are not, with what is found at which line of the record. */
interface Trial {
  what: string;
  type: Record<string, unknown>;
  right: string[];
  wrong: [yaml: string, ...found: string[]][];
}

const trials: Trial[] = [
  {
    what: 'unevaluatedProperties of a part',
    type: {
      properties: {
        maker: {
          allOf: [{ type: 'object', properties: { family: string } }],
          properties: { given: string },
          unevaluatedProperties: false,
        },
      },
    },
    right: ['maker: { family: Paz, given: Ana }'],
    wrong: [['maker:\n    family: Paz\n    height: 170', '4 property-is-known']],
  },
  {
    what: 'unevaluatedProperties with a schema',
    type: {
      allOf: [{ properties: { width: integer } }],
      properties: { word: string },
      unevaluatedProperties: { ...integer, maximum: 9 },
    },
    right: ['word: a\n  width: 70\n  other: 7'],
    wrong: [['word: a\n  width: 70\n  other: 70', '4 value-fits-schema']],
  },
  {
    what: 'unevaluatedProperties after a condition',
    type: {
      properties: { form: string },
      if: { properties: { form: { const: 'box' } }, required: ['form'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: { properties: { edge: integer } },
      unevaluatedProperties: false,
    },
    right: ['form: box\n  edge: 2', 'form: ball'],
    wrong: [['form: ball\n  edge: 2', '3 property-is-known']],
  },
  {
    what: 'contains',
    type: { properties: { sizes: { type: 'array', items: integer, contains: { minimum: 5 } } } },
    right: ['sizes: [1, 7]'],
    wrong: [['word: a\n  sizes: [1, 2]', '2 property-is-known', '3 value-fits-schema']],
  },
  {
    what: 'minContains and maxContains',
    type: {
      properties: {
        makers: {
          type: 'array',
          items: { type: 'object', properties: { role: string, name: string } },
          contains: { properties: { role: { const: 'lead' } }, required: ['role'] },
          minContains: 1,
          maxContains: 2,
        },
      },
    },
    right: ['makers: [{ role: lead, name: A }, { name: B }]'],
    wrong: [
      ['makers:\n    - name: A\n    - name: B', '3 value-fits-schema'],
      ['makers: [{ role: lead }, { role: lead }, { role: lead }]', '2 value-fits-schema'],
    ],
  },
  {
    what: 'propertyNames of the type',
    type: {
      properties: { word: string },
      propertyNames: { pattern: '^[a-z]+$' },
      additionalProperties: integer,
    },
    right: ['word: a\n  other: 1'],
    wrong: [['word: a\n  Other: 1', '3 value-fits-schema']],
  },
  {
    what: 'propertyNames of a part',
    type: {
      properties: {
        words: { type: 'object', propertyNames: { maxLength: 3 }, additionalProperties: string },
      },
    },
    right: ['words: { en: river, quz: mayu }'],
    wrong: [['words:\n    en: river\n    long: mayu', '4 value-fits-schema']],
  },
  {
    what: 'dependentRequired',
    type: { properties: { street: string, town: string }, dependentRequired: { street: ['town'] } },
    right: ['street: Real\n  town: Puno', 'town: Puno'],
    wrong: [['street: Real', '1 required-property-is-present']],
  },
  {
    what: 'dependentRequired of a part',
    type: {
      properties: {
        address: {
          type: 'object',
          properties: { street: string, town: string },
          dependentRequired: { street: ['town'] },
        },
      },
    },
    right: ['address: { street: Real, town: Puno }'],
    wrong: [['address:\n    street: Real', '3 required-property-is-present']],
  },
  {
    what: 'dependencies of draft-07',
    type: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      properties: { street: string, town: string },
      dependencies: { street: ['town'] },
    },
    right: ['street: Real\n  town: Puno'],
    wrong: [['street: Real', '1 required-property-is-present']],
  },
  {
    what: 'patternProperties of the type',
    type: { properties: { word: string }, patternProperties: { '^n-': { ...integer, minimum: 1 } } },
    right: ['word: a\n  n-one: 1'],
    wrong: [['word: a\n  n-one: 0', '3 value-fits-schema']],
  },
  {
    what: 'patternProperties of a part, closed',
    type: {
      properties: {
        counts: { type: 'object', patternProperties: { '^[a-z]{2}$': integer }, additionalProperties: false },
      },
    },
    right: ['counts: { pe: 1, bo: 2 }'],
    wrong: [
      ['counts:\n    pe: 1\n    bo: two', '4 value-fits-schema'],
      ['counts:\n    pe: 1\n    per: 2', '4 property-is-known'],
    ],
  },
  {
    what: 'a reference to another file, which refers to a third',
    type: { properties: { maker: { $ref: '../shared/person.json' } } },
    right: ['maker: { family: Paz, born: 1960 }'],
    wrong: [
      ['maker:\n    family: Paz\n    born: 60', '4 value-fits-schema'],
      ['maker:\n    born: 1960', '3 required-property-is-present'],
    ],
  },
  {
    what: 'a reference to a definition in another file',
    type: { properties: { built: { $ref: '../shared/numbers.json#/$defs/year' } } },
    right: ['built: 1960'],
    wrong: [['built: 60', '2 value-fits-schema']],
  },
  {
    what: 'a reference by $id',
    type: { properties: { makers: { type: 'array', items: { $ref: 'https://example.org/person.json' } } } },
    right: ['makers: [{ family: Paz }]'],
    wrong: [['makers:\n    - family: Paz\n    - family: Ruiz\n      born: 7', '5 value-fits-schema']],
  },
  {
    what: 'a reference relative to an $id, to an anchor',
    type: {
      $id: 'https://example.org/sizes/lake.json',
      properties: { depth: { $ref: 'all.json#depth' } },
    },
    right: ['depth: 99'],
    wrong: [['depth: 101', '2 value-fits-schema']],
  },
  {
    what: 'a mixin by $id in allOf',
    type: { allOf: [{ $ref: 'https://example.org/person.json' }], properties: { word: string } },
    right: ['family: Paz\n  word: a'],
    wrong: [
      ['word: a', '1 required-property-is-present'],
      ['word: a\n  family: Paz\n  born: 7', '4 value-fits-schema'],
    ],
  },
];

/** A project with the types, and each record in a file of its own. */
function writeProject(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  const write = (at: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), text);
  };
  const off = 'rules: { record-is-used: off, furniture-is-translated: off }\n';
  write('tinkuy.yaml', `base: https://example.org/\neditions: { en: en-US }\n${off}`);
  const licence = 'licence: { text: https://example.org/l, data: https://example.org/l }\n';
  write('source/t/article.md', `---\ntitle: Trials\nlanguage: en\n${licence}---\n\nTrials.\n`);
  for (const [at, schema] of Object.entries(shared)) write(at, JSON.stringify(schema));
  for (const [index, { what, type, right, wrong }] of trials.entries()) {
    const head = { title: what, description: `${what}.`, type: 'object' };
    write(`schemas/types/t${index}.json`, JSON.stringify({ ...head, ...type }));
    for (const [at, yaml] of [...right, ...wrong.map(([first]) => first)].entries())
      write(`source/t/entities/t${index}-${at}.yaml`, `t${index}:r${at}:\n  ${yaml}\n`);
  }
  return folder;
}

describe('a keyword of JSON Schema holds for records', () => {
  const found = new Map<string, string[]>();
  beforeAll(async () => {
    const folder = writeProject();
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

  const rows = trials.flatMap(({ what, right, wrong }, index) =>
    [...right.map((yaml) => [yaml] as const), ...wrong].map(
      ([yaml, ...expected], at) => [what, yaml, `t${index}-${at}`, expected] as const,
    ),
  );
  test.each(rows)('%s: %s', (_, __, place, expected) => {
    expect([...new Set(found.get(place) ?? [])].sort()).toEqual([...expected].sort());
  });

  test('and the schemas have no finding', () => {
    const places: string[] = rows.map(([, , place]) => place);
    expect([...found.keys()].filter((place) => !places.includes(place))).toEqual([]);
  });
});
