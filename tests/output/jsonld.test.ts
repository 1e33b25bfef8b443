import jsonld, { type JsonLdDocument, type Options } from 'jsonld';
import { describe, expect, test } from 'vitest';
import { refuseToFetch } from '../../pipeline/linked/rdf/expand-with-jsonld.ts';
import type { OutputFile, Publication } from '../../pipeline/model.ts';
import { drawSample } from './draw-sample.ts';
import { sampleConfiguration, samplePublication } from './sample-publication.ts';
import { sampleEntities, sampleFacts, sampleTexts } from './sample-text.ts';
import { sampleVocabulary } from './sample-vocabulary.ts';

const base = sampleConfiguration.base;
const vocabulary = sampleVocabulary();

function sample(): Publication {
  return samplePublication(sampleTexts, sampleEntities, vocabulary, { facts: sampleFacts });
}

interface Data {
  '@context': object;
  '@graph': ({ '@id': string } & Record<string, unknown>)[];
}

const files = await drawSample(sample(), vocabulary, sampleConfiguration);
const file = (path: string): OutputFile => files.get(path) as OutputFile;
const data = JSON.parse(file('data/sample.jsonld').text) as Data;
const node = (id: string) => data['@graph'].find((candidate) => candidate['@id'] === base + id);
const nquads = (await jsonld.toRDF(data as unknown as JsonLdDocument, {
  format: 'application/n-quads',
  documentLoader: refuseToFetch,
  ...{ safe: true },
})) as unknown as string;

test('expands and becomes RDF in safe mode without a network', () => {
  expect(nquads.split('\n').length).toBeGreaterThan(200);
});

test('every object under the base is described', () => {
  const subjects = new Set([...nquads.matchAll(/^<([^>]+)>/gm)].map((match) => match[1]));
  const objects = [...nquads.matchAll(/<([^>]+)> \.$/gm)].map((match) => match[1] ?? '');
  const dangling = objects.filter(
    (iri) => iri.startsWith(base) && !iri.includes('/def#') && !subjects.has(iri),
  );
  expect([...new Set(dangling)]).toEqual([]);
});

test('only cells of lists are blank nodes', () => {
  const blank = new Set([...nquads.matchAll(/^(_:\S+) /gm)].map(([, label]) => label));
  const cells = new Set(
    [...nquads.matchAll(/^(_:\S+) <http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#first> /gm)].map(
      ([, label]) => label,
    ),
  );
  expect(blank.size).toBeGreaterThan(0);
  expect(cells).toEqual(blank);
});

test('measurements are nodes with a decimal as text, unit, period, qualifier and source', () => {
  expect(node('id/lake/uno')).toMatchObject({ level: { '@id': `${base}id/lake/uno#level` } });
  expect(node('id/lake/uno#level')).toMatchObject({
    '@type': ['qb:Observation', 'schema:Observation'],
    'schema:value': { '@type': 'xsd:decimal', '@value': '1528' },
    'schema:unitCode': 'km',
    'qudt:hasUnit': { '@id': 'unit:KiloM' },
    'def:qualifier': 'approximately',
    'prov:hadPrimarySource': { '@id': `${base}id/paper/rhi` },
    'dct:temporal': { '@id': `${base}id/lake/uno#level.period` },
  });
  expect(node('id/lake/uno#level.period')).toMatchObject({
    '@type': 'dct:PeriodOfTime',
    'dcat:startDate': { '@type': 'xsd:gYear', '@value': '2004' },
    'dcat:endDate': { '@type': 'xsd:gYear', '@value': '2008' },
  });
  expect(node('id/lake/uno#surveys')).toMatchObject({
    'schema:observationDate': { '@type': 'xsd:gYear', '@value': '2001' },
    'schema:value': { '@value': '54.41' },
  });
  expect(node('id/lake/uno#surveys.2')).toMatchObject({ 'schema:value': { '@value': '55' } });
});

test('dates are typed by their precision, numbers are strings', () => {
  expect(node('id/lake/uno')).toMatchObject({
    'def:filled': { '@type': 'xsd:gYearMonth', '@value': '1998-10' },
    rivers: '12',
  });
  expect(node('id/lake/uno#open')).toMatchObject({
    'dcat:endDate': { '@type': 'xsd:date', '@value': '2008-05-01' },
  });
  expect(JSON.stringify(data['@graph'])).not.toMatch(/:-?\d/);
});

test('the work has editions, and translations are of the source edition', () => {
  expect(node('publication/sample')).toMatchObject({
    '@type': ['frbr:Work', 'schema:ScholarlyArticle'],
    'schema:workExample': [{ '@id': `${base}edition/sample/en` }, { '@id': `${base}edition/sample/es` }],
    'cito:cites': { '@id': `${base}id/paper/rhi` },
  });
  expect(node('edition/sample/en')).toMatchObject({
    'schema:workTranslation': { '@id': `${base}edition/sample/es` },
  });
  expect(node('edition/sample/es')).toMatchObject({
    'schema:translationOfWork': { '@id': `${base}edition/sample/en` },
  });
  // By schema.org translators are persons and organizations.
  expect(node('edition/sample/es')).not.toHaveProperty('schema:translator');
  expect(node('edition/sample/es#translation')).toMatchObject({
    'prov:wasAssociatedWith': { '@id': `${base}edition/sample/es#translator-1` },
  });
  expect(node('edition/sample/es#translator-1')?.['@type']).toContain('prov:SoftwareAgent');
});

test('statements have their evidence in each language', () => {
  const statement = `${base}statement/sample/lake/uno/level`;
  expect(node('statement/sample/lake/uno/level')).toMatchObject({
    'rdf:subject': { '@id': `${base}id/lake/uno` },
    'rdf:predicate': { '@id': 'def:level' },
    'rdf:object': { '@id': `${base}id/lake/uno#level` },
    'prov:wasQuotedFrom': [{ '@id': `${statement}#en` }, { '@id': `${statement}#es` }],
  });
  expect(node('statement/sample/lake/uno/level#es')).toMatchObject({
    'oa:hasSource': { '@id': `${base}edition/sample/es` },
    'oa:hasSelector': { '@id': `${statement}#es-fragment` },
  });
  expect(node('statement/sample/lake/uno/level#es-fragment')).toMatchObject({
    '@type': 'oa:FragmentSelector',
    'rdf:value': 's-first-part.p1',
    'oa:refinedBy': [{ '@id': `${statement}#es-position` }, { '@id': `${statement}#es-quote` }],
  });
  expect(node('statement/sample/lake/uno/level#es-quote')).toMatchObject({ 'oa:exact': '1,528 km' });
  expect(node('statement/sample/lake/uno/level#es-position')).toEqual({
    '@id': `${statement}#es-position`,
    '@type': 'oa:TextPositionSelector',
    'oa:start': { '@type': 'xsd:nonNegativeInteger', '@value': expect.stringMatching(/^\d+$/) as string },
    'oa:end': { '@type': 'xsd:nonNegativeInteger', '@value': expect.stringMatching(/^\d+$/) as string },
  });
  expect(node('statement/sample/lake/uno/level.period')).toMatchObject({
    'rdf:subject': { '@id': `${base}id/lake/uno#level` },
    'rdf:object': { '@id': `${base}id/lake/uno#level.period` },
  });
  expect(node('statement/sample/lake/dos/name/es')).toMatchObject({
    'rdf:object': { '@language': 'es', '@value': 'Lago Dos' },
    'prov:wasQuotedFrom': { '@id': `${base}statement/sample/lake/dos/name/es#es` },
  });
});

test('citations have locators', () => {
  expect(node('citation/sample/rhi')).toMatchObject({ '@type': 'cito:Citation', 'tinkuy:locator': 'p. 250' });
  expect(node('citation/sample/rhi/2')).toMatchObject({ 'tinkuy:locator': 'p. 3' });
});

test('notes are quality annotations of what they speak about', () => {
  expect(node('id/remark/wrong-level')).toMatchObject({
    '@type': expect.arrayContaining(['oa:Annotation', 'dqv:QualityAnnotation']) as string[],
    'oa:motivatedBy': { '@id': 'oa:assessing' },
    'oa:hasTarget': [{ '@id': `${base}id/lake/dos` }, { '@id': `${base}id/lake/uno#level` }],
  });
  expect(node('id/remark/wrong-level#body-es')).toMatchObject({
    'rdf:value': { '@language': 'es', '@value': 'Está en duda.' },
  });
});

test('authors of works keep their order', () => {
  expect(node('id/paper/rhi')).toMatchObject({
    'bibo:authorList': { '@list': ['José Rhi', 'The Institute'] },
  });
});

describe('files', () => {
  test('are pretty, sorted, with @context, @id and @type first', () => {
    expect(Object.keys(data)).toEqual(['@context', '@graph']);
    const ids = data['@graph'].map((each) => each['@id']);
    expect(ids).toEqual([...ids].sort());
    for (const each of data['@graph']) {
      const keys = Object.keys(each);
      expect(keys.slice(0, 2)).toEqual(['@id', '@type']);
      expect(keys.slice(2)).toEqual(keys.slice(2).sort());
    }
  });

  test('are the same whatever the order of entities', async () => {
    const other = sample();
    const graph = { ...other.graph, entities: new Map([...other.graph.entities].reverse()) };
    const again = await drawSample({ ...other, graph }, vocabulary, sampleConfiguration);
    expect(again.get('data/sample.jsonld')?.text).toBe(file('data/sample.jsonld').text);
  });

  test('the context is that of the vocabulary, as far as the data use it', () => {
    const read = (at: string) =>
      (JSON.parse(file(at).text) as { '@context': Record<string, unknown> })['@context'];
    const context = read('data/context.jsonld');
    expect(vocabulary.context).toMatchObject(context);
    const words = file('data/sample.jsonld').text.replace(/^ {2}"@context": \{[\s\S]*?^ {2}\},$/m, '');
    const used = Object.keys(vocabulary.context).filter((term) => new RegExp(`"${term}[":]`).test(words));
    expect(used.length).toBeGreaterThan(10);
    expect(Object.keys(context)).toEqual(expect.arrayContaining(used));
    expect(data['@context']).toEqual(context);
  });

  test('a context of a project is never fetched', async () => {
    const remote = { ...vocabulary, context: { '@import': 'https://example.org/context.jsonld' } };
    await expect(drawSample(sample(), remote, sampleConfiguration)).rejects.toThrow();
  });
});

describe('flat description', () => {
  const flat = JSON.parse(file('es/sample.jsonld').text) as Record<string, unknown>;

  test('has the strings of its language only', () => {
    expect(flat).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ScholarlyArticle',
      headline: 'Lagos y «niveles»',
      inLanguage: 'es',
      keywords: ['lagos', 'agua'],
      translator: [{ '@type': 'SoftwareApplication', name: 'Maq' }],
      translationOfWork: { '@id': `${base}edition/sample/en` },
      isBasedOn: {
        name: 'Old lakes',
        isPartOf: {
          '@type': 'PublicationIssue',
          issueNumber: '1',
          isPartOf: {
            '@type': 'PublicationVolume',
            volumeNumber: '4',
            isPartOf: { '@type': 'Periodical', name: 'Waters' },
          },
        },
      },
    });
    expect(JSON.stringify(flat)).not.toMatch(/@value|@language|Lakes & /);
    expect(flat.mentions).toContainEqual({
      '@type': 'Thing',
      '@id': `${base}id/lake/dos`,
      name: 'Lago Dos',
      description: 'Un lago.',
    });
  });

  test('loses nothing in safe mode under schema.org’s vocabulary', async () => {
    const options = {
      documentLoader: (url: string) =>
        url === 'https://schema.org'
          ? Promise.resolve({
              documentUrl: url,
              document: { '@context': { '@vocab': 'http://schema.org/' } } as unknown as JsonLdDocument,
            })
          : refuseToFetch(url),
      safe: true,
    } as Options.Expand;
    await expect(jsonld.expand(flat as JsonLdDocument, options)).resolves.toHaveLength(1);
  });
});
