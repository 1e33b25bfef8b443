/** Every assertion has its ground: what the documentation counts, a SPARQL engine that is not ours counts in the data. */
import { readFileSync } from 'node:fs';
import oxigraph from 'oxigraph';
import { describe, expect, test } from 'vitest';
import type { Build } from '../../pipeline/build.ts';
import { readProject } from '../../pipeline/host/read-project.ts';
import type { ProjectFiles } from '../../pipeline/model.ts';
import { buildProject } from '../build-project.ts';
import { packageRoot } from '../package-root.ts';
import { ownBuild } from '../publication/own-build.ts';

const [query = ''] = [
  ...readFileSync(`${packageRoot}docs/linked-data.md`, 'utf8').matchAll(/```sparql\n(.*?)```/gs),
].map(([, text]) => text);

/** How many assertions rest on what, by the query of the documentation. */
function countIn(triples: string, base: string): Record<string, number> {
  const store = new oxigraph.Store();
  store.load(triples, { format: 'nt', base_iri: base });
  const prefixes = Object.entries({
    id: `${base}id/`,
    dct: 'http://purl.org/dc/terms/',
    prov: 'http://www.w3.org/ns/prov#',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    tinkuy: 'https://w3id.org/tinkuy/core#',
  }).map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>`);
  const rows = store.query(`${prefixes.join(' ')} ${query}`) as Map<string, { value: string }>[];
  return Object.fromEntries(
    rows.map((row) => [row.get('ground')?.value ?? '', Number(row.get('assertions')?.value)]),
  );
}

/** The numbers that the description of a dataset has of its parts. */
function describedIn(turtle: string, base: string): Record<string, number> {
  const store = new oxigraph.Store();
  store.load(turtle, { format: 'ttl', base_iri: base });
  const rows = store.query(
    `PREFIX void: <http://rdfs.org/ns/void#> SELECT ?part ?n { ?dataset void:subset ?part . ?part void:triples ?n
       FILTER NOT EXISTS { ?part a void:Linkset } }`,
  ) as Map<string, { value: string }>[];
  return Object.fromEntries(
    rows.flatMap((row) => {
      const count = Number(row.get('n')?.value);
      return count === 0 ? [] : [[row.get('part')?.value.replace(/^.*#/, '') ?? '', count]];
    }),
  );
}

const textOf = (built: Build, path: string): string =>
  built.outputs.find((output) => output.path === path)?.text ?? '';

/** Counts of a publication by both. */
function judge(
  built: Build,
  name: string,
): { counted: Record<string, number>; described: Record<string, number> } {
  const { base } = built.configuration;
  return {
    counted: countIn(textOf(built, `data/${name}.nt`), base),
    described: describedIn(textOf(built, `data/${name}-dataset.ttl`), base),
  };
}

const demo = readProject(`${packageRoot}tests/fixtures/rule-base/`).value;

/** The small project with other files. */
function demoWith(
  change: (path: string, text: string) => string,
  ...more: ProjectFiles['own']
): ProjectFiles {
  return {
    ...demo,
    own: [...demo.own.map(({ path, text }) => ({ path, text: change(path, text) })), ...more],
  };
}

const records = 'source/demo/entities/base.yaml';
const withRecord = (yaml: string, ...more: ProjectFiles['own']) =>
  demoWith((path, text) => (path === records ? text + yaml : text), ...more);
const paz = {
  path: 'source/demo/references.json',
  text: '[{"id":"paz-2001","type":"book","title":"A book","author":[{"family":"Paz","given":"Ana"}],"issued":{"date-parts":[[2001]]},"language":"en"}]',
};

describe('the publication of this repository', () => {
  const name = 'peru-borders';
  const { base } = ownBuild.configuration;
  const data = textOf(ownBuild, `data/${name}.nt`);

  test('has no assertion without its ground, and its description has the numbers of each', () => {
    const { counted, described } = judge(ownBuild, name);
    expect(Object.keys(counted).sort()).toEqual(['inferred', 'recorded', 'stated']);
    expect(counted).toEqual(described);
  });

  test.each([
    ['en', 'en-US'],
    ['es', 'es-PE'],
    ['pt', 'pt-BR'],
  ])('tells the numbers in %s', (language, tag) => {
    const { counted } = judge(ownBuild, name);
    const flat = JSON.parse(textOf(ownBuild, `${language}/${name}-dataset.jsonld`)) as {
      description: string;
    };
    for (const count of Object.values(counted))
      expect(flat.description).toContain(new Intl.NumberFormat(tag).format(count));
  });

  test.each([
    ['a record', /^<[^>]*\/record\/peru-borders\/country\/peru> .*\n/gm],
    ['a statement', /^<[^>]*\/statement\/peru-borders\/hub\/andean\/corridor> .*\n/gm],
    ['a rule', /^<[^>]*\/rule\/peru-borders\/classes> .*\n/gm],
  ])('would be found wanting without %s', (_, lines) => {
    const less = data.replaceAll(lines, '');
    expect(less.length).toBeLessThan(data.length);
    expect(countIn(less, base).nothing).toBeGreaterThan(0);
  });

  test('has records and statements in the documents of entities', () => {
    const document = textOf(ownBuild, 'data/entities/country/peru.ttl');
    expect(document).toContain(`<${base}record/peru-borders/country/peru> a prov:Entity`);
    expect(document).toContain(`dct:subject <${base}id/country/peru>`);
  });
});

describe('a project', () => {
  test.each<[string, ProjectFiles, string]>([
    ['of statements and records', demo, 'demo'],
    [
      'with an entity of which only records speak',
      withRecord('  capital: place:lima\nplace:lima:\n  name: {en: Lima, es: Lima, pt: Lima}\n'),
      'demo',
    ],
    [
      'with a record that names its source',
      withRecord(
        '  recordedFrom: [{work: work:paz-2001, locator: p. 5}, {address: "https://example.org/peru"}]\n',
        paz,
      ),
      'demo',
    ],
    [
      'with an edition that lacks some statements',
      readProject(`${packageRoot}tests/fixtures/edition-with-gaps/`).value,
      '',
    ],
    ['with values of all kinds', readProject(`${packageRoot}tests/fixtures/kinds-of-values/`).value, ''],
    [
      'with observations and notes',
      readProject(`${packageRoot}tests/fixtures/vapores-del-titicaca/`).value,
      '',
    ],
    ['with a text alone', withoutRecords(), 'demo'],
  ])('%s has no assertion without its ground', async (_, files, only) => {
    const built = await buildProject(files);
    const names = built.publications.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    for (const name of only === '' ? names : [only]) {
      const { counted, described } = judge(built, name);
      expect(counted.nothing).toBeUndefined();
      expect(counted.stated, JSON.stringify(built.diagnostics[0])).toBeGreaterThan(0);
      expect(counted).toEqual(described);
    }
  });

  test('without records has none recorded', async () => {
    const { counted } = judge(await buildProject(withoutRecords()), 'demo');
    expect(counted.recorded).toBeUndefined();
    expect(counted.stated).toBeGreaterThan(0);
  });

  test('tells the source of a record of the record, and not of the thing', async () => {
    const yaml =
      '  recordedFrom: [{work: work:paz-2001, locator: p. 5}, {address: "https://example.org/peru"}]\n';
    const built = await buildProject(withRecord(yaml, paz));
    const base = 'https://example.org/demo/';
    const source = 'http://www.w3.org/ns/prov#hadPrimarySource';
    const lines = textOf(built, 'data/demo.nt').split('\n');
    expect(lines.filter((line) => line.includes(source))).toEqual([
      `<${base}record/demo/country/peru> <${source}> <${base}id/work/paz-2001> .`,
      `<${base}record/demo/country/peru> <${source}> <https://example.org/peru> .`,
    ]);
    expect(textOf(built, 'en/demo-register.md')).toContain('Recorded from: ');
  });
});

/** Names and all in the text, and nothing else. */
function withoutRecords(): ProjectFiles {
  const article = `---
title: A country
language: en
authors: [{ name: Ana Example }]
licence:
  text: https://creativecommons.org/licenses/by/4.0/
  data: https://creativecommons.org/publicdomain/zero/1.0/
---

## The country

[Peru](country:peru#name) lies by the sea.
`;
  const catalog = (words: string) =>
    `msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n${words}`;
  const entries = (pairs: [string, string][]) =>
    pairs.map(([source, target]) => `\nmsgid "${source}"\nmsgstr "${target}"\n`).join('');
  const translated: Record<string, [string, string][]> = {
    es: [
      ['A country', 'Un país'],
      ['The country', 'El país'],
      ['[Peru](country:peru#name) lies by the sea.', '[Perú](country:peru#name) está junto al mar.'],
    ],
    pt: [
      ['A country', 'Um país'],
      ['The country', 'O país'],
      ['[Peru](country:peru#name) lies by the sea.', '[Peru](country:peru#name) fica junto ao mar.'],
    ],
  };
  const own = demo.own.flatMap(({ path, text }) => {
    if (path === records) return [];
    if (path === 'source/demo/article.md') return [{ path, text: article }];
    const language = /^locales\/(es|pt)\/demo\.po$/.exec(path)?.[1];
    return [{ path, text: language ? catalog(entries(translated[language] ?? [])) : text }];
  });
  return { ...demo, own };
}

test.each([
  ['en', '- Recorded only: Between\n'],
  ['es', '- Solo en las fichas: '],
  ['pt', '- Só nas fichas: '],
])('the register in %s lists what only records say, and not what the text states', async (language, line) => {
  const register = textOf(await buildProject(demo), `${language}/demo-register.md`);
  expect(register).toContain(line);
  expect(register.match(/- (?:Recorded only|Solo en las fichas|Só nas fichas): .*/g)).toHaveLength(1);
});

/** A link that states that a country has the border; a catalog marks quotation marks. */
function between(name: string, path: string): string {
  const mark = path.endsWith('.po') ? '\\"' : '"';
  return `[${name}](border:ec-pe#between ${mark}country:peru${mark})`;
}

test('the register tells of a property of many values that some are recorded', async () => {
  const built = await buildProject({
    ...demo,
    own: demo.own.map(({ path, text }) => ({
      path,
      text: text
        .replaceAll('[Peru](country:peru)', between('Peru', path))
        .replaceAll('[Perú](country:peru)', between('Perú', path)),
    })),
  });
  expect(textOf(built, 'en/demo-register.md')).toContain('- Recorded only: Between (in part)\n');
  expect(textOf(built, 'es/demo-register.md')).toContain(' (en parte)\n');
  expect(textOf(built, 'pt/demo-register.md')).toContain(' (em parte)\n');
});

describe('the source of a record', () => {
  test.each([
    ['a work that does not exist', '{work: work:nobody-1999}', 'reference-resolves', 9],
    ['a thing that is no work', '{work: country:ecuador}', 'reference-type-is-allowed', 9],
    ['a place in no work', '{locator: p. 5}', 'value-fits-schema', 9],
    ['no address', '{address: nowhere}', 'value-has-the-right-type', 9],
    ['a misspelt part', '{wrok: work:paz-2001}', 'property-is-known', 9],
    ['nothing', '{}', 'value-fits-schema', 9],
  ])('that is %s is found', async (_, source, rule, line) => {
    const { diagnostics } = await buildProject(withRecord(`  recordedFrom:\n    - ${source}\n`, paz));
    const found = diagnostics.filter(({ location }) => location.path === records);
    expect(found.map((each) => [each.rule, each.location.start.line])).toContainEqual([rule, line]);
  });

  test('does not excuse a record that says something else than a sentence', async () => {
    const { diagnostics } = await buildProject(
      demoWith(
        (path, text) =>
          path === records
            ? text.replace(
                '  between:',
                '  length: 1529 km\n  recordedFrom: [{work: work:paz-2001}]\n  between:',
              )
            : text,
        paz,
      ),
    );
    expect(diagnostics.map(({ rule }) => rule)).toContain('statement-agrees-with-record');
  });
});
