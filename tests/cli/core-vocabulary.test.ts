import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { packageRoot } from '../package-root.ts';
import type { Finding } from './expect-finding.ts';
import { runInProcess } from './run-in-process.ts';

type Texts = Record<string, string | object>;

const base = 'https://example.org/salt/';
const head =
  '---\ntitle: Salt\nlanguage: en\nlicence: { text: all-rights-reserved, data: all-rights-reserved }\n---\n\n';
const article = (text: string) => `${head}${text}\n`;

/** Writes a project with one edition; schemas are JSON. */
function writeProject(files: Texts, address = base): string {
  const folder = temporaryFolder();
  const all: Texts = { 'tinkuy.yaml': `base: ${address}\neditions: { en: en-US }\n`, ...files };
  for (const [at, content] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(
      path.join(folder, at),
      typeof content === 'string' ? content : JSON.stringify(content, null, 2),
    );
  }
  return folder;
}

/** What is published of a project, by path in dist/data/. */
async function build(files: Texts, address = base): Promise<(at: string) => string> {
  const folder = writeProject(files, address);
  const { code, out, err } = await runInProcess(folder, 'build');
  expect({ code, err }, out).toEqual({ code: 0, err: '' });
  return (at) => readFileSync(path.join(folder, 'dist/data', at), 'utf8');
}

async function check(files: Texts): Promise<Finding[]> {
  const { out } = await runInProcess(writeProject(files), 'check', '--reporter', 'json');
  return (JSON.parse(out) as { findings: Finding[] }).findings;
}

/** Subjects of Turtle, as they are written. */
function subjectsOf(turtle: string): string[] {
  return [...turtle.matchAll(/^(\S+) a /gm)].map(([, subject = '']) => subject);
}

/** Shapes of types, by their names. */
function typeShapesOf(turtle: string): string[] {
  return [...turtle.matchAll(/^<[^>]*shapes#([A-Z]\w*)> a /gm)].map(([, name = '']) => name);
}

function termsOf(context: string): string[] {
  const { '@context': terms } = JSON.parse(context) as { '@context': Record<string, unknown> };
  return Object.entries(terms).flatMap(([term, value]) =>
    term.startsWith('@') || (typeof value === 'string' && /[/#]$/.test(value)) ? [] : [term],
  );
}

const values = 'https://w3id.org/tinkuy/schemas/values.json#/$defs/';
const saltflat = {
  title: 'Salt flat',
  description: 'A plain covered with salt.',
  type: 'object',
  allOf: [{ $ref: 'location.json' }],
  properties: {
    depth: { $ref: `${values}decimal`, title: 'Depth', description: 'Greatest depth, in metres.' },
    salinity: { $ref: `${values}decimal`, title: 'Salinity', description: 'Salt per litre, in grams.' },
  },
};
const flats = {
  'source/salt/article.md': article(
    'The [Salar](saltflat:uyuni) in [Bolivia](saltflat:uyuni#within "country:bolivia") is [120](saltflat:uyuni#depth) m deep.',
  ),
  'source/salt/entities/places.yaml':
    'saltflat:uyuni:\n  name: { en: Salar }\ncountry:bolivia:\n  name: { en: Bolivia }\n',
};

describe('a project publishes what it uses of the vocabulary', () => {
  test('nothing, where its text speaks of nothing', async () => {
    const read = await build({ 'source/salt/article.md': article('Salt is white.') });
    expect(subjectsOf(read('vocabulary.ttl'))).toEqual([]);
    expect(typeShapesOf(read('shapes.ttl'))).toEqual([]);
    expect(read('context.jsonld')).not.toMatch(/"(?:def|tinkuy):/);
    expect(read('vocabulary.en.md')).not.toMatch(/^## /m);
  });

  test('its types and those of the core that have entities, what they build upon, and properties with values', async () => {
    const read = await build({ 'schemas/types/saltflat.json': saltflat, ...flats });
    expect(subjectsOf(read('vocabulary.ttl'))).toEqual([
      `<${base}def>`,
      'def:Saltflat',
      'def:depth',
      '<https://w3id.org/tinkuy/core>',
      ...['Country', 'Location', 'Thing'].map((name) => `tinkuy:${name}`),
    ]);
    expect(typeShapesOf(read('shapes.ttl'))).toEqual(['Country', 'Saltflat']);
    expect(read('shapes.ttl')).not.toContain('salinity');
    expect(termsOf(read('context.jsonld'))).toEqual(
      expect.arrayContaining(['Country', 'Saltflat', 'depth', 'name', 'within']),
    );
    expect(
      termsOf(read('context.jsonld')).filter((term) => /^(?:Place|salinity|area|population)$/.test(term)),
    ).toEqual([]);
    expect(read('context.jsonld')).not.toMatch(/"(?:bibo|eli|sdmx-d|qb)"/);
    expect(read('vocabulary.en.md').match(/^## .*/gm)).toEqual([
      ...['## Country', '## Location', '## Salt flat', '## Thing'],
    ]);
  });

  test('a type that others build upon, and no entity has itself, as a class without a shape', async () => {
    const ministry = {
      title: 'Ministry',
      description: 'A ministry.',
      type: 'object',
      allOf: [{ $ref: 'org.json' }],
    };
    const read = await build({
      'schemas/types/ministry.json': ministry,
      'source/salt/article.md': article(
        'The [ministry](ministry:mines) was once the [Guild](ministry:mines#formerly).',
      ),
      'source/salt/entities/all.yaml': 'ministry:mines:\n  name: { en: ministry }\n',
    });
    expect(subjectsOf(read('vocabulary.ttl')).slice(-3)).toEqual([
      ...['Org', 'Thing', 'formerly'].map((name) => `tinkuy:${name}`),
    ]);
    expect(read('vocabulary.ttl')).toMatch(/^def:Ministry a [\s\S]*?subClassOf [^;]*tinkuy:Org,/m);
    expect(typeShapesOf(read('shapes.ttl'))).toEqual(['Ministry']);
  });

  test('the terms of measurements where something is measured', async () => {
    const measured = flats['source/salt/article.md'].replace(
      '[120](saltflat:uyuni#depth) m deep',
      '[10,582 km²](saltflat:uyuni#area) wide',
    );
    const read = await build({
      'schemas/types/saltflat.json': saltflat,
      ...flats,
      'source/salt/article.md': measured,
    });
    expect(subjectsOf(read('vocabulary.ttl'))).toEqual(
      expect.arrayContaining(['tinkuy:area', 'tinkuy:observedEntity', 'tinkuy:undated']),
    );
    expect(subjectsOf(read('vocabulary.ttl'))).not.toContain('tinkuy:qualifier');
    expect(read('shapes.ttl')).toContain('sh:path tinkuy:observedEntity');
  });
});

describe('the core vocabulary', () => {
  test('has one address in all projects, whatever they say', async () => {
    const prefixes = { tinkuy: 'https://example.org/other#', def: 'https://example.org/third#' };
    for (const address of [base, 'https://example.com/']) {
      const read = await build({ 'schemas/types/saltflat.json': saltflat, ...flats }, address);
      expect(read('salt.nt')).toContain(
        `<${address}id/country/bolivia> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/tinkuy/core#Country> .`,
      );
      expect(read('salt.nt')).toContain(`<${address}id/saltflat/uyuni> <${address}def#depth> "120"`);
    }
    const { out } = await runInProcess(
      writeProject({ 'schemas/prefixes.json': prefixes, 'schemas/types/saltflat.json': saltflat, ...flats }),
      ...['query', 'ASK { ?a a <https://example.org/other#Country> }'],
    );
    expect(out).not.toContain('yes');
  });

  test('takes what a project adds to its types as the project’s own: properties, and lists of codes', async () => {
    const place = JSON.parse(readFileSync(path.join(packageRoot, 'schemas/types/place.json'), 'utf8')) as {
      properties: { kind: { enum: string[] } };
    };
    const codes = place.properties.kind.enum;
    const read = await build({
      'schemas/types/place.json': {
        properties: {
          kind: { enum: [...codes, 'salt-flat'], 'x-labels': { 'salt-flat': { en: 'salt flat' } } },
          depth: saltflat.properties.depth,
        },
      },
      'source/salt/article.md': article(
        'The [Salar](place:uyuni), a [salt flat](place:uyuni#kind), is [120](place:uyuni#depth) m deep.',
      ),
      'source/salt/entities/places.yaml': 'place:uyuni:\n  name: { en: Salar }\n',
    });
    const subjects = subjectsOf(read('vocabulary.ttl'));
    expect(subjects).toEqual(
      expect.arrayContaining([
        'tinkuy:Place',
        'tinkuy:kind',
        'def:depth',
        'def:Place.kind-codes',
        'def:Place.kind-salt-flat',
      ]),
    );
    expect(
      subjects.filter((subject) => subject.includes('Place.kind') && subject.startsWith('tinkuy:')),
    ).toEqual([]);
  });
});

describe('a type that belongs to a publication', () => {
  const elsewhere = JSON.parse(
    readFileSync(path.join(packageRoot, 'schemas/types-elsewhere.json'), 'utf8'),
  ) as Record<string, string>;
  const types = Object.entries(elsewhere).filter(([type]) => !type.startsWith('$'));
  const place = 'source/peru-borders/schemas/types/hub.json';

  test('is where the tool says; the others of that publication change types that come with the tool', () => {
    const own = readdirSync(path.join(packageRoot, 'source/peru-borders/schemas/types')).map((name) =>
      name.replace('.json', ''),
    );
    const builtin = readdirSync(path.join(packageRoot, 'schemas/types')).map((name) =>
      name.replace('.json', ''),
    );
    expect(types.map(([type]) => type)).toEqual(own.filter((type) => !builtin.includes(type)).sort());
    for (const [type, file] of types)
      expect(JSON.parse(readFileSync(path.join(packageRoot, file), 'utf8')), type).toHaveProperty('allOf');
  });

  test.each([
    [
      'an annotation',
      { 'source/salt/article.md': article('The [hub](hub:andean) is wide.') },
      ['entity-type-is-known', 'source/salt/article.md', 7, 5],
    ],
    [
      'a statement',
      { 'source/salt/article.md': article('It has [3](hub:andean#area "3 km2") places.') },
      ['entity-type-is-known', 'source/salt/article.md', 7, 8],
    ],
    [
      'a record',
      {
        'source/salt/article.md': article('Salt is white.'),
        'source/salt/entities/all.yaml': 'hub:andean:\n  name: { en: Andean }\n',
      },
      ['entity-type-is-known', 'source/salt/entities/all.yaml', 1, 1],
    ],
    [
      'a patch',
      {
        'source/salt/article.md': article('Salt is white.'),
        'schemas/types/hub.json': { properties: { length: { 'x-units': ['m'] } } },
      },
      ['schema-is-valid', 'schemas/types/hub.json', 1, 1],
    ],
  ])('in %s is a finding that says where it is', async (_name, files, [rule, at, line, column]) => {
    const [finding, ...more] = await check(files as Texts);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule, path: at, start: { line, column } });
    expect(finding?.message).toContain('hub');
    expect(finding?.help).toContain(place);
  });

  test('is a type like any other once it is copied, or declared anew', async () => {
    const files = {
      'source/salt/article.md': article('The [hub](hub:andean) and a [network](network:roads).'),
      'source/salt/entities/all.yaml':
        'hub:andean:\n  name: { en: hub }\nnetwork:roads:\n  name: { en: network }\n',
      'source/salt/schemas/types/hub.json': readFileSync(path.join(packageRoot, place), 'utf8'),
      'schemas/types/network.json': {
        title: 'Network',
        description: 'Roads.',
        allOf: [{ $ref: 'thing.json' }],
      },
    };
    const read = await build(files);
    expect(subjectsOf(read('vocabulary.ttl'))).toEqual(expect.arrayContaining(['def:Hub', 'def:Network']));
    expect(await check(files)).toEqual([]);
  });

  test.each(['body:temple', 'law:', 'network', 'mailto:hub@example.org'])(
    'is not meant by %s where it cannot be',
    async (address) => {
      const found = await check({
        'source/salt/article.md': article(
          `A [word](${address === 'body:temple' ? 'https://example.org/body:temple' : address}).`,
        ),
      });
      expect(found.filter(({ rule }) => rule === 'entity-type-is-known').map(({ help }) => help)).toEqual(
        address === 'law:' ? [expect.stringContaining('law.json')] : [],
      );
    },
  );
});

describe('schemas beside a publication', () => {
  const two = {
    'source/salt/schemas/types/saltflat.json': saltflat,
    ...flats,
    'source/birds/article.md': article('Flamingos breed on the [Salar](saltflat:coipasa).'),
    'source/birds/entities/all.yaml': 'saltflat:coipasa:\n  name: { en: Salar }\n',
  };

  test('are of the whole project: another publication has the type, and the class is one', async () => {
    const read = await build(two);
    for (const name of ['salt', 'birds']) expect(read(`${name}.nt`)).toContain(`<${base}def#Saltflat>`);
    expect(subjectsOf(read('vocabulary.ttl')).filter((subject) => subject === 'def:Saltflat')).toHaveLength(
      1,
    );
  });

  const depth = (title: string) => ({ properties: { depth: { ...saltflat.properties.depth, title } } });

  test('of two publications may both add to a type', async () => {
    const read = await build({
      ...two,
      'source/salt/schemas/types/country.json': depth('Depth'),
      'source/birds/schemas/types/country.json': { properties: { salinity: saltflat.properties.salinity } },
      'source/birds/entities/all.yaml':
        'saltflat:coipasa:\n  name: { en: Salar }\ncountry:chile:\n  name: { en: Chile }\n  depth: 1\n  salinity: 2\n',
      'source/birds/article.md': article('[Salar](saltflat:coipasa), [Chile](country:chile).'),
    });
    expect(subjectsOf(read('vocabulary.ttl'))).toEqual(expect.arrayContaining(['def:depth', 'def:salinity']));
  });

  test.each([
    ['a patch', 'country', depth('Depth'), depth('Deepest place'), 'properties/depth/title'],
    ['a type', 'lagoon', saltflat, { ...saltflat, title: 'Lagoon' }, 'title'],
    ['a list', 'country', { required: ['name'] }, { required: ['area'] }, 'required'],
  ])(
    'of two publications that say otherwise, in %s, are a finding at the second',
    async (_name, type, first, second, keyword) => {
      const found = await check({
        ...two,
        [`source/birds/schemas/types/${type}.json`]: first,
        [`source/salt/schemas/types/${type}.json`]: second,
      });
      expect(found.filter(({ rule }) => rule === 'schema-is-valid')).toMatchObject([
        { path: `source/salt/schemas/types/${type}.json`, message: expect.stringContaining(keyword) },
      ]);
    },
  );

  test('and of the project that say the same are no finding', async () => {
    expect(await check({ ...two, 'schemas/types/saltflat.json': saltflat })).toEqual([]);
  });
});

describe('a class that is demanded something of where the pipeline writes it', () => {
  test.each([
    ...['schema:Dataset', 'dcat:Distribution', 'frbr:Expression', 'rdf:Statement', 'oa:SpecificResource'],
    ...['oa:FragmentSelector', 'cito:Citation'],
  ])('%s, may be one of an own type', async (name) => {
    const read = await build({
      'schemas/types/saltflat.json': { ...saltflat, 'x-jsonld-type': [name] },
      ...flats,
    });
    expect(read('shapes.ttl')).toContain('shapes#_Entity');
  });

  test('and still is of what the pipeline writes', async () => {
    const read = await build({
      'schemas/types/saltflat.json': { ...saltflat, 'x-jsonld-type': ['schema:Dataset'] },
      ...flats,
    });
    expect(read('shapes.ttl')).toMatch(
      /shapes#_Dataset> a sh:NodeShape ;\n {4}sh:or \(<[^>]*_Entity> <[^>]*_Dataset\.demanded>\)/,
    );
    expect(read('shapes.ttl')).toContain(String.raw`"^https://example\\.org/salt/id/[^#]*$"`);
  });
});
