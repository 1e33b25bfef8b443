import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import { describe, expect, test } from 'vitest';
import { readPublished } from '../publication/published.ts';
import { lookedUp, packaged, readVocabularyFile } from './terms.ts';

const base = 'https://w3id.org/tinkuy/';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#';
const skos = 'http://www.w3.org/2004/02/skos/core#';
const languages = ['en', 'es', 'pt'];
const published = readPublished();
const read = (at: string): Quad[] => new Parser().parse(published.get(at)?.toString('utf8') ?? '');
const ontology = read('data/vocabulary.ttl');
const graphs = [...published.keys()].filter((at) => at.endsWith('.ttl')).map((at) => [at, read(at)] as const);

/** Properties whose objects are terms: classes, properties, datatypes, units, statuses. */
const leading = new Set([
  ...['type', 'predicate'].map((name) => rdf + name),
  ...['subClassOf', 'subPropertyOf', 'range'].map((name) => rdfs + name),
  ...['path', 'class', 'datatype', 'targetClass'].map((name) => `http://www.w3.org/ns/shacl#${name}`),
  ...['class', 'property', 'linkPredicate'].map((name) => `http://rdfs.org/ns/void#${name}`),
  ...['dimension', 'measure', 'attribute'].map((name) => `http://purl.org/linked-data/cube#${name}`),
  'http://qudt.org/schema/qudt/hasUnit',
  'http://purl.org/linked-data/sdmx/2009/attribute#obsStatus',
  'http://spdx.org/rdf/terms#algorithm',
]);

/** The terms that a graph uses, ours and others'. */
function termsOf(quads: readonly Quad[]): Set<string> {
  const terms = new Set<string>();
  for (const { predicate, object } of quads) {
    terms.add(predicate.value);
    if (object.termType === 'Literal') terms.add(object.datatype.value);
    else if (leading.has(predicate.value)) terms.add(object.value);
  }
  return terms;
}

/** What is wrong with a term of another vocabulary; undefined where it exists and is not deprecated. */
function findFault(term: string): string | undefined {
  const namespace = term.replace(/[^/#]*$/, '');
  const name = term.slice(namespace.length);
  if (lookedUp[namespace]?.terms.includes(name)) return undefined;
  const folder = packaged[namespace];
  if (folder === undefined) return `${term}: no file of ${namespace} is known`;
  const file = readVocabularyFile(folder);
  if (!file.defined.has(term)) return `${term} does not exist`;
  return file.deprecated.has(term) ? `${term} is deprecated` : undefined;
}

test.each(graphs)('%s uses only terms that exist, and none that is deprecated', (_, quads) => {
  const others = [...termsOf(quads)].filter((term) => !term.startsWith(base));
  expect(others.length).toBeGreaterThan(5);
  expect(others.flatMap((term) => findFault(term) ?? [])).toEqual([]);
});

test('an invented, a misspelt and a deprecated term are found', () => {
  expect(findFault('http://schema.org/measuredValue')).toContain('does not exist');
  expect(findFault('http://qudt.org/schema/qudt/unit')).toContain('does not exist');
  expect(findFault('http://schema.org/isBasedOnUrl')).toContain('deprecated');
  expect(findFault('http://www.w3.org/ns/dcat#currentVersion')).toContain('does not exist');
  expect(findFault('https://example.org/made-up')).toContain('no file');
});

describe('terms of our own', () => {
  const objects = (subject: string, predicate: string) =>
    ontology
      .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
      .map(({ object }) => object);
  const used = new Set(
    graphs.flatMap(([at, quads]) =>
      at === 'data/vocabulary.ttl'
        ? []
        : [...termsOf(quads)].filter((term) => /^(?:def|core)#/.test(term.replace(base, ''))),
    ),
  );

  /** What a term of the ontology lacks. */
  function findLacks(term: string): string[] {
    const inAll = (predicate: string) => {
      const found = objects(term, predicate).map((object) =>
        object.termType === 'Literal' ? object.language : '',
      );
      return languages.every((language) => found.includes(language));
    };
    const isConcept = objects(term, `${rdf}type`).some(({ value }) => value === `${skos}Concept`);
    const wider = [`${rdfs}subClassOf`, `${rdfs}subPropertyOf`].flatMap((predicate) =>
      objects(term, predicate),
    );
    return [
      ...(inAll(`${rdfs}label`) ? [] : [`${term} has no label in each language`]),
      ...(inAll(`${skos}definition`) ? [] : [`${term} has no definition in each language`]),
      ...(isConcept || wider.some(({ value }) => !value.startsWith(base))
        ? []
        : [`${term} has no wider term`]),
    ];
  }

  test('each that is used is in the ontology, with label and definition in three languages and a wider term', () => {
    expect(used.size).toBeGreaterThan(80);
    expect([...used].flatMap(findLacks)).toEqual([]);
  });

  test('one that is not there is found', () => {
    expect(findLacks(`${base}core#areaShar`)).toHaveLength(3);
  });

  test('the codes have words in three languages, and those that the data has are among them', () => {
    const notations = new Set(
      ontology
        .filter(({ predicate }) => predicate.value === `${skos}notation`)
        .map(({ object }) => object.value),
    );
    const data = graphs.find(([at]) => at === 'data/peru-borders.ttl')?.[1] ?? [];
    const kinds = data.filter(({ predicate }) =>
      ['def#kind', 'core#kind', 'def#level', 'core#qualifier'].includes(predicate.value.replace(base, '')),
    );
    expect(kinds.length).toBeGreaterThan(100);
    expect(kinds.map(({ object }) => object.value).filter((code) => !notations.has(code))).toEqual([]);
  });
});
