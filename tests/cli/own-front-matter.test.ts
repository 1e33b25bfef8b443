import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runInProcess } from './run-in-process.ts';

let folder = '';

const write = (at: string, content: unknown): void => {
  mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
  writeFileSync(
    path.join(folder, at),
    typeof content === 'string' ? content : JSON.stringify(content, null, 2),
  );
};

/** A text whose front matter has these keys, the first of them in line 5. */
const writeText = (keys: string, name = 't'): void => {
  const head =
    'title: T\nlanguage: en\nlicence: { text: https://example.org/l, data: https://example.org/l }\n';
  write(`source/${name}/article.md`, `---\n${head}${keys}---\n\nSome text.\n`);
};

interface Found {
  rule: string;
  path: string;
  severity: string;
  message: string;
  start: { line: number };
  related: { path: string; start: { line: number } }[];
}

const findings = async (): Promise<Found[]> => {
  const { out } = await runInProcess(folder, 'check', '--no-cache', '--reporter', 'json');
  return (JSON.parse(out) as { findings: Found[] }).findings;
};

/** Line and rule of each finding, with the name of the file where that is not the text. */
const check = async (): Promise<string[]> =>
  (await findings()).map(
    ({ rule, path: at, start }) =>
      `${at === 'source/t/article.md' ? '' : `${path.basename(at)} `}${start.line} ${rule}`,
  );

const read = (at: string): string => readFileSync(path.join(folder, at), 'utf8');

const build = async (): Promise<string> => {
  const { code, out } = await runInProcess(folder, 'build', '--no-cache');
  expect([code, out.includes('error ')]).toEqual([0, false]);
  return read('dist/data/t.ttl');
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  const off = 'rules: { record-is-used: off, furniture-is-translated: off }\n';
  write('tinkuy.yaml', `base: https://example.org/\neditions: { en: en-US }\n${off}`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const kind = (name: string) => ({ $ref: `values.json#/$defs/${name}` });

describe('keys that a project adds to the front matter', () => {
  const schema = {
    title: 'Report',
    'x-label': { es: 'Informe', pt: 'Relatório' },
    'x-jsonld-type': 'schema:Report',
    'x-jsonld-context': { ticket: { '@id': 'schema:serialNumber' } },
    type: 'object',
    properties: {
      ticket: { type: 'string', pattern: '^R-\\d+$', description: 'Number of the report.' },
      share: { type: 'number', multipleOf: 0.01, maximum: 100 },
      area: {
        ...kind('quantity'),
        title: 'Area',
        'x-units': ['km2'],
        properties: { value: { maximum: 500 } },
      },
      lead: { ...kind('entity'), 'x-range': ['person'] },
      motto: kind('text'),
      since: kind('date'),
      grant: {
        type: 'object',
        properties: { number: { type: 'string' }, funder: { type: 'string' } },
        required: ['funder'],
      },
      keywords: { minItems: 2 },
    },
    required: ['ticket', 'keywords'],
  };
  const keys = `ticket: R-12
share: 19.99
area: 12 km2
lead: person:ana
motto: { en: Forward }
since: "2020-05"
grant: { number: "7", funder: A fund }
keywords: [salt, water]
`;
  beforeEach(() => {
    write('schemas/front-matter.json', schema);
    write('source/t/entities/e.yaml', 'person:ana:\n  name: { en: Ana }\norg:a:\n  name: { en: A }\n');
    writeText(keys);
  });

  test('reach the data as statements of the publication, and all that follows from schemas', async () => {
    const data = await build();
    for (const expected of [
      'def:DescribedPublication',
      'schema:serialNumber "R-12"',
      'def:share 19.99',
      'def:area <https://example.org/publication/t#area>',
      'schema:observationAbout <https://example.org/publication/t>',
      'def:lead <https://example.org/id/person/ana>',
      'def:motto "Forward"@en',
      'def:since "2020-05"^^xsd:gYearMonth',
      '<https://example.org/publication/t#grant> def:funder "A fund"',
    ])
      expect(data).toContain(expected);
    expect(data).toMatch(/publication\/t> a frbr:Work,\s+schema:Report,\s+schema:ScholarlyArticle,/);
    // What the tool's form has is said once.
    expect(data).not.toMatch(/def:keywords|PropertyValue|publication\/t> schema:keywords/);
    const shapes = read('dist/data/shapes.ttl');
    expect(shapes).toMatch(/shapes#DescribedPublication> a sh:NodeShape ;\s+rdfs:label [^;]*"Report"@en/);
    expect(shapes).toContain('sh:pattern "^R-[0-9]+$"');
    expect(shapes).toContain('sh:targetClass def:DescribedPublication');
    expect(shapes).not.toContain('DescribedPublication.keywords');
    const context = JSON.parse(read('dist/data/context.jsonld')) as { '@context': Record<string, unknown> };
    expect(context['@context'].ticket).toBe('schema:serialNumber');
    expect(context['@context'].share).toEqual({ '@id': 'def:share', '@type': 'xsd:decimal' });
    const terms = read('dist/data/vocabulary.ttl');
    expect(terms).toMatch(/def:DescribedPublication a rdfs:Class[\s\S]{1,300}"Report"@en/);
    expect(terms).toMatch(/def:share a rdf:Property[\s\S]{1,200}def:DescribedPublication/);
    const { code } = await runInProcess(folder, 'generate');
    expect(code).toBe(0);
    expect(read('schemas/generated/entities.ts')).toMatch(
      /export interface DescribedPublication \{[^}]*ticket: string;[^}]*grant\?: DescribedpublicationGrant;/,
    );
    expect(read('docs/vocabulary.md')).toMatch(/## DescribedPublication[^#]*`ticket`/);
    const records = JSON.parse(read('schemas/generated/records.schema.json')) as { definitions: object };
    expect(Object.keys(records.definitions).filter((name) => /publication/i.test(name))).toEqual([]);
    const form = JSON.parse(read('schemas/generated/front-matter.schema.json')) as {
      properties: Record<string, { allOf?: unknown[] }>;
      required: string[];
    };
    expect(form.required).toEqual(['title', 'language', 'licence', 'ticket', 'keywords']);
    expect(Object.keys(form.properties)).toEqual(expect.arrayContaining(['title', 'basedOn', 'share']));
    expect(form.properties.keywords?.allOf).toHaveLength(2);
  }, 60_000);

  test.each<[instead: string, of: string, ...found: string[]]>([
    ['ticket: 12', 'ticket: R-12', '5 value-fits-schema'],
    ['', 'ticket: R-12\n', '2 required-property-is-present'],
    ['share: 19.991', 'share: 19.99', '6 value-fits-schema'],
    ['share: much', 'share: 19.99', '6 value-has-the-right-type'],
    ['area: 501 km2', 'area: 12 km2', '7 value-fits-schema'],
    ['area: 12 acres', 'area: 12 km2', '7 unit-is-known'],
    ['lead: person:anna', 'lead: person:ana', '8 reference-resolves'],
    ['lead: org:a', 'lead: person:ana', '8 reference-type-is-allowed'],
    ['motto: Forward', 'motto: { en: Forward }', '9 value-has-the-right-type'],
    ['since: "2020-13"', 'since: "2020-05"', '10 date-exists'],
    ['grant: { number: "7" }', 'grant: { number: "7", funder: A fund }', '11 required-property-is-present'],
    ['fundr: A fund', 'funder: A fund', '11 property-is-known', '11 required-property-is-present'],
    ['keywords: [salt]', 'keywords: [salt, water]', '12 number-of-values-is-right'],
    ['tickett: R-12', 'ticket: R-12', '2 required-property-is-present', '5 front-matter-is-well-formed'],
    ['subtitel: Salt\nshare', 'share', '6 front-matter-is-well-formed'],
  ])(
    '“%s” is found at its line',
    async (instead, of, ...expected) => {
      writeText(keys.replace(of, instead));
      expect((await check()).sort()).toEqual([...expected].sort());
    },
    60_000,
  );

  test('messages speak of the front matter, in all languages', async () => {
    writeText(keys.replace('ticket: R-12', 'tickett: R-12').replace('19.99', '19.991'));
    const { out } = await runInProcess(folder, 'check', '--no-cache');
    expect(out).toContain('Expected the front matter to have ticket, as schemas/front-matter.json wants it');
    expect(out).toContain('help: Did you mean ticket?');
    expect(out).toContain('help: schemas/front-matter.json says what fits');
    expect(out).not.toContain('schemas/types/');
    for (const [language, words] of [
      ['es', 'Se esperaba que los metadatos tuvieran ticket'],
      ['pt', 'Esperava-se que os metadados tivessem ticket'],
    ] as const) {
      const said = await runInProcess(folder, 'check', '--no-cache', '--lang', language);
      expect(said.out).toContain(words);
    }
  }, 60_000);

  test('a text in languages is asked for in each edition', async () => {
    write(
      'tinkuy.yaml',
      'base: https://example.org/\neditions: { en: en-US, es: { locale: es-PE, threshold: 0 } }\n',
    );
    writeText(keys.replace('{ en: Forward }', '{ fr: En avant }'));
    expect((await check()).filter((each) => each.startsWith('9 '))).toEqual(
      expect.arrayContaining(['9 text-is-in-every-language']),
    );
  }, 60_000);

  test('no record and no link names a publication', async () => {
    write(
      'source/t/entities/e.yaml',
      'person:ana:\n  name: { en: Ana }\nDescribedPublication:t:\n  share: 1\n',
    );
    expect(await check()).toEqual(['e.yaml 3 entity-id-is-well-formed']);
  }, 60_000);
});

describe('a schema that speaks of keys of the tool', () => {
  test.each<[what: string, schema: object, expected: string[], words: string[]]>([
    [
      'a title that is a list',
      { properties: { title: { type: 'array' } } },
      ['front-matter.json 3 schema-is-valid error'],
      ['title as Tinkuy’s front matter has it (string)', 'wants array'],
    ],
    [
      'a title that is two things, one of them a text',
      { properties: { title: { anyOf: [{ type: 'array' }, { type: 'string' }] } } },
      [],
      [],
    ],
    [
      'a publisher that is an object, which nobody needs',
      { properties: { publisher: { type: 'object' } } },
      ['front-matter.json 3 schema-is-valid warning'],
      ['publisher as Tinkuy’s front matter has it (string)', 'wants object'],
    ],
    [
      'a publisher that is an object and needed',
      { properties: { publisher: { type: 'object' } }, required: ['publisher'] },
      ['front-matter.json 3 schema-is-valid error'],
      ['wants object'],
    ],
    [
      'authors by their family names',
      {
        properties: {
          authors: { items: { required: ['family'], properties: { family: { type: 'string' } } } },
        },
      },
      ['front-matter.json 3 schema-is-valid warning'],
      ['authors.family', 'demands it'],
    ],
    [
      'authors without the name that the tool wants',
      { properties: { authors: { items: { additionalProperties: false, properties: { orcid: {} } } } } },
      ['front-matter.json 3 schema-is-valid warning'],
      ['authors.name', 'allows no such key'],
    ],
    [
      'a licence without its parts',
      { properties: { licence: { additionalProperties: false } } },
      ['front-matter.json 3 schema-is-valid error'],
      ['licence.text', 'allows no such key'],
    ],
    ['keys that it closes at its head, as a type does', { additionalProperties: false }, [], []],
    [
      'keys that a definition closes',
      { $ref: '#/$defs/closed', $defs: { closed: { properties: { a: {} }, additionalProperties: false } } },
      ['front-matter.json 2 schema-is-valid error'],
      ['title, language, licence'],
    ],
    [
      'one of two definitions, of which one leaves room',
      {
        type: 'object',
        anyOf: [{ $ref: '#/$defs/closed' }, { required: ['title'] }],
        $defs: { closed: { properties: { a: {} }, additionalProperties: false } },
      },
      [],
      [],
    ],
    [
      'texts as all other keys',
      { properties: { shelf: {} }, additionalProperties: { type: 'string' } },
      [
        'front-matter.json 1 schema-is-valid error',
        ...Array<string>(5).fill('front-matter.json 1 schema-is-valid warning'),
      ],
      ['wants string'],
    ],
    [
      'a title that there is none',
      { properties: { title: false } },
      ['front-matter.json 3 schema-is-valid error'],
      ['title'],
    ],
    ['no map', { type: 'string' }, ['front-matter.json 2 schema-is-valid error'], ['describes none']],
    [
      'a key that would take one away',
      { properties: { title: null } },
      ['front-matter.json 3 schema-is-valid error'],
      [],
    ],
  ])(
    '%s',
    async (_, schema, expected, words) => {
      write('schemas/front-matter.json', schema);
      writeText('');
      const found = await findings();
      expect(
        found
          .map(
            ({ path: at, start, rule, severity }) => `${path.basename(at)} ${start.line} ${rule} ${severity}`,
          )
          .sort(),
      ).toEqual(expected);
      for (const word of words) expect(found[0]?.message).toContain(word);
    },
    60_000,
  );

  test('both hold, and a finding names the schema', async () => {
    write('schemas/other.json', {
      properties: {
        version: { type: 'string', maxLength: 5 },
        keywords: { items: { enum: ['salt', 'water'] } },
      },
    });
    write('schemas/front-matter.json', { allOf: [{ $ref: 'other.json' }] });
    writeText('version: 1.0.0-beta\nkeywords: [salt, wine]\n');
    const [version, keyword, ...others] = await findings();
    expect(others).toEqual([]);
    expect([version?.rule, version?.start.line, version?.related[0]?.path]).toEqual([
      'value-fits-schema',
      5,
      'schemas/other.json',
    ]);
    expect([keyword?.rule, keyword?.start.line]).toEqual(['code-is-known', 6]);
    writeText('version: "1"\n');
    const [own] = await findings();
    expect([own?.rule, own?.start.line]).toEqual(['front-matter-is-well-formed', 5]);
    expect(own?.message).toContain('version as Tinkuy’s own front matter wants it (0.1.0), found "1"');
    expect(own?.message).toContain('schemas/other.json speaks of the key');
  }, 60_000);

  test('a key of the tool that the schema leaves no room for is told where it is written', async () => {
    const named = { title: {}, language: {}, licence: {} };
    write('schemas/front-matter.json', {
      $ref: '#/$defs/closed',
      $defs: { closed: { properties: named, additionalProperties: false } },
    });
    writeText('subtitle: S\n');
    expect(await check()).toEqual(['5 front-matter-is-well-formed']);
    expect((await findings())[0]?.message).toContain('no subtitle of Tinkuy’s front matter');
  }, 60_000);
});

describe('where a schema stands', () => {
  const of = (key: string, more = {}) => ({ properties: { [key]: { type: 'string' } }, ...more });

  test('in a publication it is for that one, beside that of the project', async () => {
    write('schemas/front-matter.json', of('shelf'));
    write('source/t/schemas/front-matter.json', of('report', { required: ['report'] }));
    writeText('shelf: A\nreport: R\n');
    writeText('shelf: B\n', 'u');
    const data = await build();
    expect(data).toMatch(
      /publication\/t> a [^;]*def:DescribedPublication-t ;[\s\S]*def:report "R" ;\s+def:shelf "A"/,
    );
    const other = read('dist/data/u.ttl');
    expect(other).toMatch(/publication\/u> a [^;]*def:DescribedPublication ;[\s\S]*def:shelf "B"/);
    const shapes = read('dist/data/shapes.ttl');
    expect(shapes).toMatch(/DescribedPublication-t\.report> a sh:PropertyShape[^.]*sh:minCount 1/);
    writeText('shelf: B\nreport: R\n', 'u');
    writeText('shelf: A\n');
    expect((await check()).sort()).toEqual([
      '2 required-property-is-present',
      'article.md 6 front-matter-is-well-formed',
    ]);
  }, 60_000);

  test('two publications may each have theirs, with objects of one name', async () => {
    const grant = (part: string) => ({
      properties: { grant: { $ref: '#/$defs/grant' } },
      $defs: {
        grant: { type: 'object', properties: { [part]: { type: 'string' } }, additionalProperties: false },
      },
    });
    write('source/t/schemas/front-matter.json', grant('number'));
    write('source/u/schemas/front-matter.json', grant('funder'));
    writeText('grant: { number: "1" }\n');
    writeText('grant: { funder: A }\n', 'u');
    expect(await build()).toContain('#grant> def:number "1"');
    expect(read('dist/data/u.ttl')).toContain('#grant> def:funder "A"');
    writeText('grant: { number: "1" }\n', 'u');
    expect(await check()).toEqual(['article.md 5 property-is-known']);
  }, 60_000);

  test('it may refer to types and to files beside it, and be open', async () => {
    write('source/t/schemas/parts/grant.json', {
      type: 'object',
      properties: { number: { type: 'integer' } },
    });
    write('source/t/schemas/front-matter.json', {
      properties: {
        grant: { $ref: 'parts/grant.json' },
        subject: { $ref: 'types/thing.json#/properties/name' },
      },
      patternProperties: { '^x-': { type: 'string' } },
    });
    writeText('grant: { number: 7 }\nsubject: { en: Lima }\nx-shelf: A\n');
    const data = await build();
    expect(data).toContain('#grant> def:number 7');
    expect(data).toMatch(/schema:name "x-shelf" ;\s+schema:value "A"/);
    writeText('x-shelf: 7.5\nkeyword: true\n');
    expect((await check()).sort()).toEqual(['5 value-fits-schema', '6 front-matter-is-well-formed']);
  }, 60_000);

  test('without one nothing is published of it', async () => {
    writeText('');
    expect(await build()).not.toContain('DescribedPublication');
    expect(read('dist/data/vocabulary.ttl')).not.toContain('DescribedPublication');
    writeText('shelf: A\n');
    const [found, ...others] = await findings();
    expect(others).toEqual([]);
    expect(found?.message).toMatch(/^Expected one of title, subtitle, .*, basedOn, found shelf\.$/);
  }, 60_000);
});

test('a front matter may name what builds on the type that it wants', async () => {
  write('schemas/types/treaty.json', {
    title: 'Treaty',
    description: 'A work that states agree on.',
    allOf: [{ $ref: 'work.json' }],
  });
  write(
    'source/t/entities/e.yaml',
    'treaty:lima:\n  name: { en: Treaty of Lima }\norg:a:\n  name: { en: A }\n',
  );
  writeText(
    'basedOn: { work: treaty:lima, title: Treaty of Lima, authors: [Peru] }\nfurtherReading: [treaty:lima]\n',
  );
  expect(await check()).toEqual([]);
  writeText('furtherReading: [treaty:lima, org:a]\n');
  expect(await check()).toEqual(['5 reference-type-is-allowed']);
}, 60_000);
