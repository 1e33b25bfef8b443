import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from './run-in-process.ts';
import { type Files, licence, off, writeWells } from './write-wells.ts';

const values = 'https://w3id.org/tinkuy/schemas/values.json#/$defs/';

function writeProject(files: Files): string {
  return writeWells(temporaryFolder(), files);
}

function type(properties: object = {}, more: object = {}): object {
  const parent = { $ref: 'https://w3id.org/tinkuy/schemas/types/location.json' };
  return { title: 'A', description: 'A thing.', type: 'object', allOf: [parent], properties, ...more };
}

const property = { $ref: `${values}string`, title: 'Level', description: 'A level.' };

/** What a check finds, as "rule path:line", with the words. */
async function findingsOf(files: Record<string, object | string>): Promise<[string, string][]> {
  const { out } = await runInProcess(writeProject(files), 'check', '--no-cache', '--reporter', 'json');
  const { findings } = JSON.parse(out) as { findings: { rule: string; path: string; message: string }[] };
  return findings.map(({ rule, path: at, message }) => [`${rule} ${at}`, message]);
}

/** Mistakes that a compiler with all checks finds in the declarations. */
function mistakesOf(file: string): string[] {
  const program = ts.createProgram([file], { strict: true, noEmit: true, types: [], skipLibCheck: true });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const reserved =
  'text texts id entities array quantity money record string number object function symbol class constructor any unknown never void ' +
  'null undefined true new delete await async import export default enum interface type then prototype name2 set list index';
const words = [...new Set(reserved.split(' '))];
const prefixes = 'schema def xsd rdf time unit org geo'.split(' ');

test('types and properties of every name that is allowed are published under it', async () => {
  const names =
    'text id entities array string object constructor class then schema def xsd a1b route66a'.split(' ');
  const own = [...words, ...prefixes, 'x66y', 'aB1c'].filter((name) => name !== 'constructor');
  const properties = Object.fromEntries(own.map((name) => [name, property]));
  const folder = writeProject({
    ...Object.fromEntries(
      names.map((name) => [`schemas/types/${name}.json`, type(name === 'text' ? properties : {})]),
    ),
    'source/t/entities/e.yaml': `text:a:\n  name: { en: A }\n${own.map((name) => `  ${name}: of ${name}\n`).join('')}`,
  });
  expect((await runInProcess(folder, 'generate', '.')).code).toBe(0);
  expect(mistakesOf(path.join(folder, 'schemas/generated/entities.ts'))).toEqual([]);
  expect((await runInProcess(folder, 'build', '.')).code).toBe(0);
  const data = readFileSync(path.join(folder, 'dist/data/t.nt'), 'utf8');
  for (const name of own) expect(data).toContain(`<https://example.org/wells/def#${name}> "of ${name}" .`);
}, 120_000);

const typeName = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/);
test('declarations compile, whatever types are named', async () => {
  const sample = fc.uniqueArray(fc.oneof(typeName, fc.constantFrom(...words)), {
    minLength: 20,
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(sample, async (names) => {
      const folder = writeProject(
        Object.fromEntries(names.map((name) => [`schemas/types/${name}.json`, type({ level: property })])),
      );
      const { code } = await runInProcess(folder, 'generate', '.');
      // A name that is refused has its finding.
      if (code === 0) expect(mistakesOf(path.join(folder, 'schemas/generated/entities.ts'))).toEqual([]);
    }),
    { numRuns: 3 },
  );
}, 240_000);

describe('a name that means something already is told where it is given', () => {
  const lake = 'schemas/types/lake.json';
  const withPrefixes = (prefixesOfProject: object) => ({
    [lake]: type(),
    'schemas/prefixes.json': prefixesOfProject,
  });
  const refused: [string, Record<string, object | string>, string][] = [
    ...['observedProperty', 'observedPeriod', 'observationNumber', 'undated'].map(
      (name): [string, Record<string, object>, string] => [
        `a property ${name}`,
        { [lake]: type({ [name]: property }) },
        `schema-name-is-free ${lake}`,
      ],
    ),
    ...['constructor', 'toString', 'valueOf', 'hasOwnProperty'].map(
      (name): [string, Record<string, object>, string] => [
        `a property ${name}`,
        { [lake]: type({ [name]: property }) },
        `schema-name-is-free ${lake}`,
      ],
    ),
    ...['https', 'http', 'mailto', 'urn'].map((name): [string, Record<string, object>, string] => [
      `a type ${name}`,
      { [`schemas/types/${name}.json`]: type() },
      `schema-name-is-free schemas/types/${name}.json`,
    ]),
    ...[
      { schema: 'https://schema.org/' },
      { rdf: null },
      { def: 'https://example.org/d#' },
      { https: 'https://example.org/d#' },
      { Lake: 'https://example.org/d#' },
    ].map((own): [string, Record<string, object>, string] => [
      `prefixes ${JSON.stringify(own)}`,
      withPrefixes(own),
      'schema-name-is-free schemas/prefixes.json',
    ]),
    ...[
      { ex: 'https://example.org/d' },
      { ex: 'no address#' },
      { ex: 5 },
      { 'e x': 'https://example.org/d#' },
    ].map((own): [string, Record<string, object>, string] => [
      `prefixes ${JSON.stringify(own)}`,
      withPrefixes(own),
      'schema-is-valid schemas/prefixes.json',
    ]),
  ];
  test.each(refused)('%s', async (_, files, expected) => {
    expect((await findingsOf(files)).map(([place]) => place)).toEqual([expected]);
  });

  const allowed: [string, Record<string, object | string>][] = [
    [
      'a prefix of the project',
      withPrefixes({ ex: 'https://example.org/d#', WD: 'http://www.wikidata.org/entity/' }),
    ],
    ['a prefix of ours as it is', withPrefixes({ schema: 'http://schema.org/' })],
    [
      'a term of ours with a meaning of its own',
      {
        [lake]: type(
          { observedProperty: property },
          { 'x-jsonld-context': { observedProperty: 'schema:measuredProperty' } },
        ),
      },
    ],
    ['a type tag', { 'schemas/types/tag.json': type() }],
  ];
  test.each(allowed)('but not %s', async (_, files) => {
    expect(await findingsOf(files)).toEqual([]);
  });
});

describe('an address is one that every reader of RDF takes, wherever it comes from', () => {
  const address = { $ref: `${values}iri`, title: 'Site', description: 'A site.' };
  const lakes = (site: string): Record<string, object | string> => ({
    'schemas/types/lake.json': type({ site: address }),
    'source/t/entities/e.yaml': `lake:a:\n  name: { en: A }\n  site: ${JSON.stringify(site)}\n`,
  });
  test.each([
    ['https://example.org/list?year[]=1998', 'https://example.org/list?year%5B%5D=1998'],
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['https://example.org/"a"', 'https://example.org/%22a%22'],
    ['https://example.org/50%', 'https://example.org/50%25'],
    ['https://example.org/\u202Ea', 'https://example.org/%E2%80%AEa'],
  ])('%s in a record', async (site, offered) => {
    const { out } = await runInProcess(writeProject(lakes(site)), 'check', '--no-cache');
    expect(out).toContain('error value-has-the-right-type source/t/entities/e.yaml:3:9');
    expect(out).toContain(`Write it as ${offered}.`);
  });
  test('geo: is a prefix of the data', async () => {
    const found = await findingsOf(lakes('geo:-13.53,-71.97'));
    expect(found.map(([place]) => place)).toEqual(['value-has-the-right-type source/t/entities/e.yaml']);
  });
  test.each([
    ['doi: "10.1002/(SICI)1<1::A>3.0;2-2"\n', []],
    ['canonical: "https://example.org/a[1]"\n', ['front-matter-is-well-formed source/t/article.md']],
    ['canonical: "https://example.org/a%5B1%5D"\n', []],
  ])('%s in a front matter', async (line, expected) => {
    const head = `---\ntitle: Wells\nlanguage: en\n${licence}`;
    const found = await findingsOf({ 'source/t/article.md': `${head}${line}---\n\nWells.\n` });
    expect(found.map(([place]) => place)).toEqual(expected);
  });
  test('in a bibliography, in the text and in a front matter, and the data can be asked', async () => {
    const reference = {
      id: 'a1998',
      type: 'article-journal',
      title: 'A title',
      author: [{ family: 'A', given: 'B' }],
      issued: { 'date-parts': [[1998]] },
      DOI: '10.1002/(SICI)1097<1661::AID>3.0.CO;2-2',
      URL: 'https://example.org/a b?x[]=1',
    };
    const head = `---\ntitle: Wells\nlanguage: en\n${licence}doi: "10.1002/(SICI)1<1::A>3.0;2-2"\n`;
    const folder = writeProject({
      ...lakes('https://example.org/a?b=%5B%5D'),
      'source/t/references.json': [reference],
      'source/t/article.md': `${head}---\n\nSee [a list](https://example.org/l?x[]=1) and [https://example.org/a?b=%5B%5D](lake:a#site) ([A, 1998](work:a1998)).\n`,
    });
    const built = await runInProcess(folder, 'build', '.');
    expect(built.out + built.err).not.toContain('error');
    const { code, out } = await runInProcess(folder, 'query', 'ASK { ?s ?p ?o }', '.');
    expect([code, out]).toEqual([0, 'yes\n']);
  });
});

describe('a language tag has one spelling', () => {
  const project = (key: string): Record<string, object | string> => ({
    'tinkuy.yaml': `base: https://example.org/wells/\neditions: { pt-BR: pt-BR }\n${off}`,
    'source/t/article.md': `---\ntitle: Poços\nlanguage: pt-BR\n${licence}---\n\nPoços.\n`,
    'schemas/types/lake.json': type({}, { 'x-label': { 'pt-BR': 'Lago' } }),
    'source/t/entities/e.yaml': `lake:a:\n  name: { ${key}: Lago A }\n`,
  });
  test.each(['pt-BR', 'pt-br', 'PT-BR'])('%s in a record', async (key) => {
    const folder = writeProject(project(key));
    expect((await runInProcess(folder, 'build', '.')).code).toBe(0);
    for (const file of [
      't.nt',
      't.ttl',
      't.jsonld',
      't-dataset.ttl',
      't-dataset.jsonld',
      'vocabulary.ttl',
      'shapes.ttl',
    ]) {
      const text = readFileSync(path.join(folder, 'dist/data', file), 'utf8');
      expect([file, text.includes('pt-br')]).toEqual([file, false]);
    }
    expect(readFileSync(path.join(folder, 'dist/data/t.nt'), 'utf8')).toContain('"Lago A"@pt-BR');
    const query = 'SELECT ?n { ?s schema:name ?n FILTER(langMatches(lang(?n), "pt-br")) } ORDER BY ?n';
    const { out } = await runInProcess(folder, 'query', query, '.', '--format', 'json');
    expect(out).toContain('"xml:lang": "pt-BR"');
  });
  test('two keys of one tag are told', async () => {
    const found = await findingsOf({
      ...project('pt-BR'),
      'source/t/entities/e.yaml': 'lake:a:\n  name: { pt-BR: Lago A, pt-br: Lago B }\n',
    });
    expect(found.map(([place]) => place)).toEqual(['language-tag-is-well-formed source/t/entities/e.yaml']);
  });
});

test.each([
  ['front-matter.json', { properties: { doi: { type: 'string' } } }, false],
  ['configuration.json', {}, true],
  ['rules.json', { required: ['a'] }, true],
  ['catalog-status.json', {}, true],
  ['types-elsewhere.json', {}, true],
  ['article.json', { properties: { doi: { type: 'string' } } }, false],
  ['types/rules.json', type(), false],
])('a file schemas/%s that would change nothing is told', async (name, content, isTold) => {
  const found = await findingsOf({ [`schemas/${name}`]: content });
  expect(found.map(([place]) => place)).toEqual(isTold ? [`schema-name-is-free schemas/${name}`] : []);
});

test.each([
  ['schema:Dataset', 1],
  ['dcat:Distribution', 1],
  ['oa:FragmentSelector', 1],
  // A publication without measurements publishes no shapes of them.
  ['qb:Observation', 0],
  ['frbr:Expression', 1],
  ['rdf:Statement', 1],
])('entities of the class %s are not held against shapes of the pipeline', async (name, alternatives) => {
  const folder = writeProject({
    'schemas/types/lake.json': type(
      { depth: { $ref: `${values}integer`, title: 'Depth' } },
      { 'x-jsonld-type': [name] },
    ),
    'source/t/entities/e.yaml': 'lake:a:\n  name: { en: A }\n',
    'source/t/article.md': `---\ntitle: Wells\nlanguage: en\n${licence}---\n\nThe [lake](lake:a) is [9](lake:a#depth) deep.\n`,
  });
  const { code, out } = await runInProcess(folder, 'build', '.');
  expect([code, out.includes('error')]).toEqual([0, false]);
  const shapes = readFileSync(path.join(folder, 'dist/data/shapes.ttl'), 'utf8');
  // What is demanded of the pipeline's own nodes of the class is an alternative to having an entity's address.
  expect([...shapes.matchAll(/sh:or \(<[^>]*#_Entity> /g)]).toHaveLength(alternatives);
});

describe('a context says of the data what they are', () => {
  const lake = (property: object, term: unknown, record = 'depth: [9, 2]') => ({
    'schemas/types/lake.json': type({ depth: property }, { 'x-jsonld-context': { depth: term } }),
    'source/t/entities/e.yaml': `lake:a:\n  name: { en: A }\n  ${record}\n`,
  });
  const integers = { type: 'array', items: { $ref: `${values}integer` }, title: 'Depths' };
  const text = { $ref: `${values}text`, title: 'Depth' };
  const string = { $ref: `${values}string`, title: 'Depth' };
  const at = ['schema-annotation-is-valid schemas/types/lake.json'];
  const id = { '@id': 'schema:depth' };
  test.each([
    ['dpeth', 'Did you mean depth?'],
    ['colour', 'declare the property'],
    ['famly', 'Did you mean family?'],
  ])('of no property %s nothing', async (name, help) => {
    const parts = { type: 'object', properties: { family: { type: 'string' } } };
    const context = { depth: 'schema:depth', family: 'schema:familyName', [name]: 'schema:name' };
    const files = {
      'schemas/types/lake.json': type({ depth: string, maker: parts }, { 'x-jsonld-context': context }),
    };
    const { out } = await runInProcess(writeProject(files), 'check', '--no-cache');
    expect(out.match(/^error .*/gm)).toEqual([
      expect.stringContaining('schema-annotation-is-valid schemas/types/lake.json'),
    ]);
    expect(out).toContain(help);
  });
  test.each([
    ['a list', integers, { ...id, '@container': '@list' }, 'depth: [9, 2]', at],
    [
      'a list of strings',
      { type: 'array', items: string, title: 'Depths' },
      { ...id, '@container': '@list' },
      'depth: [a]',
      at,
    ],
    ['languages of no text', string, { ...id, '@container': '@language' }, 'depth: a', at],
    ['another datatype', integers, { ...id, '@type': 'xsd:string' }, 'depth: [9]', at],
    ['an address for a number', integers, { ...id, '@type': '@id' }, 'depth: [9]', at],
    ['a datatype for a text in languages', text, { ...id, '@type': 'xsd:string' }, 'depth: { en: a }', at],
    ['a number for a string', string, { ...id, '@type': 'xsd:integer' }, 'depth: a', at],
    ['its datatype', integers, { ...id, '@type': 'xsd:integer' }, 'depth: [9]', []],
    ['that of a string', string, { ...id, '@type': 'xsd:string' }, 'depth: a', []],
    ['a set', integers, { ...id, '@container': '@set' }, 'depth: [9]', []],
    ['languages of a text', text, { ...id, '@container': '@language' }, 'depth: { en: a }', []],
    ['an address alone', integers, 'schema:depth', 'depth: [9]', []],
  ])('%s', async (_, property, term, record, expected) => {
    const found = await findingsOf(lake(property, term, record));
    expect(found.map(([place]) => place)).toEqual(expected);
  });
});
