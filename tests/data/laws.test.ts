/** What the checklist of trusted publishers asks of the data as a whole, asked of what is published by SPARQL. */
import { createHash } from 'node:crypto';
import oxigraph from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { readProject } from '../../pipeline/host/read-project.ts';
import { buildProject } from '../build-project.ts';
import { packageRoot } from '../package-root.ts';
import { ownBuild as built } from '../publication/own-build.ts';

const { base } = built.configuration;
const outputs = new Map(built.outputs.map((output) => [output.path, output]));
const textOf = (path: string): string => outputs.get(path)?.text ?? '';
const data = textOf('data/peru-borders.nt');
const description = textOf('data/peru-borders-dataset.ttl');

const prefixes = Object.entries({
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'http://schema.org/',
  spdx: 'http://spdx.org/rdf/terms#',
  void: 'http://rdfs.org/ns/void#',
}).map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>`);

type Row = Record<string, string | undefined>;

/** Rows of a SELECT query; what is not bound is missing. */
function ask(store: InstanceType<typeof oxigraph.Store>, query: string): Row[] {
  const rows = store.query(`${prefixes.join(' ')} ${query}`) as Map<string, { value: string }>[];
  return rows.map((row) => Object.fromEntries([...row].map(([name, { value }]) => [name, value])));
}

/** A store with the data, more of it, or less. */
function load(...texts: [text: string, format: string][]): InstanceType<typeof oxigraph.Store> {
  const store = new oxigraph.Store();
  for (const [text, format] of texts) store.load(text, { format, base_iri: base });
  return store;
}
const withMore = (triples: string) => load([data, 'nt'], [triples, 'ttl']);
const whole = load([data, 'nt'], [description, 'ttl']);
const dump = load([data, 'nt']);

const dataset = ask(whole, 'SELECT ?d { ?d a void:Dataset, dcat:Dataset, schema:Dataset }').map(({ d }) => d);

describe('the data', () => {
  const isOwn = `STRSTARTS(STR(?s), "${base}")`;
  const foreign = `SELECT DISTINCT ?s { ?s ?p ?o FILTER(isIRI(?s) && !(${isOwn} && REGEX(STR(?s), "^[!-~]+$"))) }`;

  test('speaks of nothing but addresses under its base, in ASCII', () => {
    expect(ask(dump, foreign)).toEqual([]);
    expect(ask(withMore('<https://example.org/a> a <https://example.org/b> .'), foreign)).toHaveLength(1);
    expect(ask(withMore(`<${base}id/country/per%C3%BA> a <${base}def#Country> .`), foreign)).toEqual([]);
    expect(ask(withMore(`<${base}id/country/perú> a <${base}def#Country> .`), foreign)).toHaveLength(1);
  });

  const nameless =
    'SELECT ?s { ?s ?p ?o FILTER(isBlank(?s)) FILTER NOT EXISTS { ?s rdf:first ?f ; rdf:rest ?r } }';

  test('has no nodes without an address but the cells of lists', () => {
    expect(ask(dump, nameless)).toEqual([]);
    expect(ask(whole, nameless)).toEqual([]);
    expect(ask(withMore(`<${base}id/a/b> <${base}def#c> [ a <${base}def#d> ] .`), nameless)).toHaveLength(1);
  });

  const same = 'SELECT ?s { ?s owl:sameAs ?o }';

  test('claims of nothing that it is the same as something else by owl:sameAs', () => {
    expect(ask(whole, same)).toEqual([]);
    expect(
      ask(
        withMore(
          `<${base}id/a/b> owl:sameAs <${base}id/a/c> . `.replace(
            'owl:sameAs',
            '<http://www.w3.org/2002/07/owl#sameAs>',
          ),
        ),
        same,
      ),
    ).toHaveLength(1);
  });

  test('is large enough for the cloud of linked open data, and has links into it', () => {
    expect(dump.size).toBeGreaterThanOrEqual(1_000);
    const [most] = ask(
      dump,
      'SELECT ?host (COUNT(*) AS ?links) { ?s schema:sameAs ?o BIND(REPLACE(STR(?o), "^https?://([^/]+)/.*$", "$1") AS ?host) } GROUP BY ?host ORDER BY DESC(?links)',
    );
    expect(Number(most?.links)).toBeGreaterThanOrEqual(50);
  });
});

describe('the provenance', () => {
  const sourceless = `SELECT ?s { { ?s a <http://purl.org/linked-data/cube#Observation> }
    UNION { ?s a <http://purl.org/vocab/frbr/core#Expression> }
    FILTER NOT EXISTS { ?s (prov:wasDerivedFrom|prov:wasQuotedFrom|prov:hadPrimarySource)+ ?source } }`;
  const agentless = `SELECT ?s { ?s a prov:Activity FILTER NOT EXISTS { ?s prov:wasAssociatedWith ?agent }
    FILTER NOT EXISTS { ?s a schema:Event } }`;

  test('of every edition and every observation reaches what it is from', () => {
    expect(ask(whole, sourceless)).toEqual([]);
    const observation = `<${base}a> a <http://purl.org/linked-data/cube#Observation> .`;
    expect(ask(withMore(observation), sourceless)).toHaveLength(1);
  });

  test('names for every activity who or what did it, but for what happens in the world', () => {
    expect(ask(whole, 'SELECT ?s { ?s a prov:Activity }').length).toBeGreaterThanOrEqual(3);
    expect(ask(whole, agentless)).toEqual([]);
    expect(ask(withMore(`<${base}a> a <http://www.w3.org/ns/prov#Activity> .`), agentless)).toHaveLength(1);
  });
});

describe('the editions', () => {
  const lost = `SELECT ?a ?b {
    { ?a schema:translationOfWork ?b FILTER NOT EXISTS { ?b schema:workTranslation ?a } }
    UNION { ?b schema:workTranslation ?a FILTER NOT EXISTS { ?a schema:translationOfWork ?b } }
    UNION { ?w schema:workExample ?a FILTER NOT EXISTS { ?a schema:exampleOfWork ?w } }
  }`;

  test('and their translations point to each other', () => {
    expect(ask(dump, lost)).toEqual([]);
    expect(ask(dump, 'SELECT ?a { ?a schema:translationOfWork ?b }')).toHaveLength(2);
    expect(ask(withMore(`<${base}a> <http://schema.org/translationOfWork> <${base}b> .`), lost)).toHaveLength(
      1,
    );
  });

  /** Translations with who made them, and the source with nobody who did. */
  const translated = `SELECT ?edition ?name ?software { ?edition schema:translationOfWork ?source ;
    prov:wasGeneratedBy/prov:wasAssociatedWith ?agent . ?agent schema:name ?name
    BIND(EXISTS { ?agent a prov:SoftwareAgent } AS ?software)
    FILTER(?software || EXISTS { ?edition schema:translator ?agent })
    FILTER NOT EXISTS { ?source schema:translator ?other } } ORDER BY ?edition`;

  test('that are translations say who made them, be it software, where the front matter does', async () => {
    const { value } = readProject(`${packageRoot}tests/fixtures/rule-base/`);
    const makers =
      '\ntranslators: { es: [{ name: Ana }], pt: [{ name: Engine, kind: software }] }\npublisher: Press';
    const own = value.own.map((file) =>
      file.path.endsWith('/article.md')
        ? { ...file, text: file.text.replace(/^language: en$/m, `$&${makers}`) }
        : file,
    );
    const demo = await buildProject({ ...value, own });
    const find = (path: string) => demo.outputs.find((output) => output.path === path)?.text ?? '';
    const store = load([find('data/demo.nt'), 'nt'], [find('data/demo-dataset.ttl'), 'ttl']);
    expect(ask(store, translated).map(({ name, software }) => `${name} ${software}`)).toEqual([
      'Ana false',
      'Engine true',
    ]);
    const press = 'SELECT ?name { ?d a dcat:Dataset ; dct:publisher/schema:name ?name }';
    expect(ask(store, press)).toEqual([{ name: 'Press' }]);
  });

  test('of this publication say who translated them', () => {
    expect(new Set(ask(dump, translated).map(({ edition }) => edition)).size).toBe(2);
  });
  test('and the dataset of this publication says who publishes it', () => {
    expect(ask(whole, `SELECT ?o { <${dataset[0]}> dct:publisher ?o }`)).toHaveLength(1);
  });

  test('have versions, a series that knows the current one, and a licence of their own', () => {
    const rows = ask(
      dump,
      `SELECT ?edition ?licence { ?edition a <http://purl.org/vocab/frbr/core#Expression> ; dcat:version ?version ;
         dct:license ?licence ; schema:license ?licence ; dcat:isVersionOf ?series .
         ?series dcat:hasVersion ?edition ; dcat:hasCurrentVersion ?edition
         FILTER(STRENDS(STR(?edition), CONCAT("/", ?version)) && isIRI(?licence)) }`,
    );
    expect(rows).toHaveLength(3);
  });
});

describe.each(['en', 'es', 'pt'])('the page in %s', (language) => {
  const page = textOf(`${language}/peru-borders.html`);
  const scripts = [...page.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];

  test('embeds what its edition and the dataset are to search engines, as JSON-LD', () => {
    const embedded = scripts.map(([, json = '']) => JSON.parse(json) as unknown);
    const flat = ['peru-borders', 'peru-borders-dataset'].map(
      (name) => JSON.parse(textOf(`${language}/${name}.jsonld`)) as Record<string, unknown>,
    );
    expect(embedded).toEqual(flat);
    expect(flat.map((each) => each['@type'])).toEqual(['ScholarlyArticle', 'Dataset']);
  });

  test('has the values that reference managers and scholarly search engines read', () => {
    const values = new Map(
      [...page.matchAll(/<meta name="(citation_[a-z_]+)" content="([^"]*)">/g)].map(([, name, content]) => [
        name,
        content,
      ]),
    );
    expect(values.get('citation_title')).not.toBe('');
    expect(page).toContain(`<title>${values.get('citation_title')}</title>`);
    expect(values.get('citation_author')).toBe('Tinkuy');
    expect(values.get('citation_publication_date')).toMatch(/^\d{4}\/\d\d\/\d\d$/);
    expect(values.get('citation_language')).toBe(language);
    expect(values.get('citation_fulltext_html_url')).toBe(`${base}${language}/peru-borders.html`);
  });

  test('links to its other editions and forms, its data, its licence and its lasting address', () => {
    const links = [...page.matchAll(/<link ([^>]*)>/g)].map(([, attributes = '']) =>
      Object.fromEntries(
        [...attributes.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      ),
    );
    const of = (rel: string) => links.filter((link) => link.rel === rel);
    const languages = of('alternate').flatMap(({ hreflang }) => hreflang ?? []);
    expect(languages.sort()).toEqual(['en-US', 'es-PE', 'pt-BR', 'x-default']);
    expect(of('describedby').map(({ type }) => type)).toEqual(
      expect.arrayContaining(['application/ld+json', 'text/turtle', 'application/n-triples']),
    );
    expect(of('license').map(({ href }) => href)).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
    expect(of('cite-as').map(({ href }) => href)).toEqual([`${base}edition/peru-borders/${language}/0.1.0`]);
    for (const { href = '' } of links.filter(({ href = '' }) => !href.startsWith('http'))) {
      expect(outputs.has(new URL(href, `https://x.test/${language}/`).pathname.slice(1)), href).toBe(true);
    }
  });

  test('is an article with all that is asked of one', () => {
    const article = JSON.parse(scripts[0]?.[1] ?? '{}') as Record<string, unknown>;
    const asked = ['headline', 'author', 'datePublished', 'inLanguage', 'license', 'isBasedOn', '@id'];
    for (const key of asked) expect(article, key).toHaveProperty([key]);
    expect(article['@id']).toBe(`${base}edition/peru-borders/${language}/0.1.0`);
  });
});

describe('the description of the dataset', () => {
  const count = (query: string): number =>
    Number(ask(dump, `SELECT (COUNT(${query}) AS ?n) { ?s ?p ?o }`)[0]?.n);

  test('is about one dataset that is all three kinds', () => expect(dataset).toHaveLength(1));

  test('has the counts of VoID that the dump has', () => {
    const [void_] = ask(
      whole,
      `SELECT ?triples ?properties ?subjects ?objects ?entities ?classes { <${dataset[0]}> void:triples ?triples ;
         void:properties ?properties ; void:distinctSubjects ?subjects ; void:distinctObjects ?objects ;
         void:entities ?entities ; void:classes ?classes }`,
    );
    const typed = ask(dump, 'SELECT (COUNT(DISTINCT ?s) AS ?n) (COUNT(DISTINCT ?c) AS ?m) { ?s a ?c }')[0];
    expect(void_).toEqual({
      triples: String(count('*')),
      properties: String(count('DISTINCT ?p')),
      subjects: String(count('DISTINCT ?s')),
      // Not by a query: the engine takes "9" as an xsd:integer and as an xsd:nonNegativeInteger for one term.
      objects: String(new Set(data.match(/(?<=^\S+ \S+ ).+(?= \.$)/gm)).size),
      entities: typed?.n,
      classes: typed?.m,
    });
  });

  test.each([
    ['class', 'entities', 'SELECT ?term (COUNT(DISTINCT ?s) AS ?n) { ?s a ?term } GROUP BY ?term'],
    ['property', 'triples', 'SELECT ?term (COUNT(*) AS ?n) { ?s ?term ?o } GROUP BY ?term'],
  ])('has the counts of each %s', (kind, amount, query) => {
    const said = ask(
      whole,
      `SELECT ?term ?n { <${dataset[0]}> void:${kind}Partition ?part . ?part void:${kind} ?term ; void:${amount} ?n }`,
    );
    const sorted = (rows: Row[]) => rows.map(({ term, n }) => `${term} ${n}`).sort();
    expect(sorted(said)).toEqual(sorted(ask(dump, query)));
  });

  test('has the counts of the links to each dataset', () => {
    const said = ask(
      whole,
      `SELECT ?target ?p ?n { <${dataset[0]}> void:subset ?set . ?set a void:Linkset ; void:objectsTarget ?target ;
         void:linkPredicate ?p ; void:triples ?n }`,
    );
    expect(said.length).toBeGreaterThanOrEqual(3);
    for (const { target, p, n } of said) {
      const [row] = ask(
        dump,
        `SELECT (COUNT(*) AS ?n) { ?s <${p}> ?o FILTER(STRSTARTS(STR(?o), "${target}")) }`,
      );
      expect(row?.n).toBe(n);
    }
  });

  test('has size and digest of each file as it is', () => {
    const files = ask(
      whole,
      `SELECT ?url ?size ?sum ?type ?licence { <${dataset[0]}> dcat:distribution ?file . ?file dcat:downloadURL ?url ;
         dcat:byteSize ?size ; dcat:mediaType ?type ; dct:license ?licence ;
         spdx:checksum [ spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue ?sum ] }`,
    );
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const { url = '', size, sum, type } of files) {
      const output = outputs.get(url.slice(base.length));
      const bytes = Buffer.from(output?.text ?? '');
      expect(size).toBe(String(bytes.length));
      expect(sum).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(`${output?.mediaType};`).toContain(`${type?.replace(/^.*media-types\//, '')};`);
    }
  });

  test('has a title, words of a good length and keywords in three languages', () => {
    for (const property of [
      'dct:title',
      'schema:name',
      'dct:description',
      'schema:description',
      'dcat:keyword',
    ]) {
      const rows = ask(
        whole,
        `SELECT ?tag (MIN(STRLEN(?words)) AS ?least) (MAX(STRLEN(?words)) AS ?most) {
           <${dataset[0]}> ${property} ?words BIND(LANG(?words) AS ?tag) } GROUP BY ?tag ORDER BY ?tag`,
      );
      expect(rows.map(({ tag }) => tag)).toEqual(['en', 'es', 'pt']);
      if (!property.endsWith('description')) continue;
      for (const { least, most } of rows) {
        expect(Number(least)).toBeGreaterThanOrEqual(50);
        expect(Number(most)).toBeLessThanOrEqual(5_000);
      }
    }
  });

  test.each([
    ...['dct:identifier', 'dct:creator', 'dct:issued', 'dct:modified', 'dct:license'],
    ...[
      'dct:accessRights',
      'dct:language',
      'dct:conformsTo',
      'dcat:landingPage',
      'dcat:version',
      'dcat:isVersionOf',
    ],
    ...['void:uriSpace', 'void:vocabulary', 'void:dataDump', 'void:exampleResource', 'prov:wasGeneratedBy'],
    ...['dct:publisher', 'dct:provenance', 'dct:spatial', 'dct:temporal', 'dcat:theme', 'dcat:contactPoint'],
    ...['schema:spatialCoverage', 'schema:temporalCoverage'],
    ...['schema:creator', 'schema:license', 'schema:version', 'schema:distribution', 'spdx:checksum'],
  ])('says %s', (property) => {
    expect(ask(whole, `SELECT ?o { <${dataset[0]}> ${property} ?o }`).length).toBeGreaterThan(0);
  });
});

describe('every description of one entity', () => {
  const lines = new Set(data.split('\n'));
  const documents = built.outputs.filter(({ path }) => /^data\/entities\/.*\.ttl$/.test(path));

  test('is there for each, and says nothing that the whole does not', () => {
    const [publication] = built.publications;
    expect(documents).toHaveLength(publication?.graph.entities.size ?? -1);
    const store = load(...documents.map(({ text }): [string, string] => [text, 'ttl']));
    const said = store.dump({ format: 'nt', from_graph_name: oxigraph.defaultGraph() }).split('\n');
    const more = said.filter((line) => line !== '' && !line.includes('_:') && !lines.has(line));
    // A store writes characters and datatypes in its own way; what differs may not be more than that.
    expect(more.filter((line) => !/\\u|nonNegativeInteger|"\^\^|\\[tbnrf'"]/.test(line))).toEqual([]);
  });

  test('leads to the evidence of its statements', () => {
    const [country] = documents.filter(({ path }) => path.endsWith('/border/ec-pe.ttl'));
    const rows = ask(
      load([country?.text ?? '', 'ttl']),
      `SELECT ?statement ?quotation { ?statement rdf:subject ?s ; prov:wasQuotedFrom ?quotation }`,
    );
    expect(rows.length).toBeGreaterThan(2);
  });
});
