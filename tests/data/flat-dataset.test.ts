/** The dataset as search engines for datasets read it, held against what they ask. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { readEditions, readPublished } from '../publication/published.ts';

const published = readPublished();
const languages = readEditions(published).map(({ language }) => language);
const read = (path: string) => published.get(path)?.toString('utf8') ?? '';

/**
 * What https://developers.google.com/search/docs/appearance/structured-data/dataset requires (name and a description of 50 to
 * 5,000 characters) and recommends, and the checklist of docs/linked-data.md asks.
 */
const expected = {
  type: 'object',
  required: [
    ...['@context', '@type', '@id', 'name', 'description', 'url', 'identifier', 'creator', 'publisher'],
    ...['license', 'isAccessibleForFree', 'keywords', 'inLanguage', 'version', 'datePublished'],
    ...['spatialCoverage', 'temporalCoverage', 'distribution'],
  ],
  properties: {
    '@context': { const: 'https://schema.org' },
    '@type': { const: 'Dataset' },
    name: { type: 'string', minLength: 1 },
    description: { type: 'string', minLength: 50, maxLength: 5000 },
    url: { type: 'string', pattern: '^https://' },
    license: { type: 'string', pattern: '^https://creativecommons\\.org/' },
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
    temporalCoverage: { type: 'string', pattern: '^\\d{4}(-\\d\\d){0,2}/\\d{4}(-\\d\\d){0,2}$' },
    creator: { $ref: '#/$defs/named' },
    spatialCoverage: { $ref: '#/$defs/named' },
    publisher: {
      type: 'object',
      required: ['@type', 'name', 'contactPoint'],
      properties: { contactPoint: { type: 'object', required: ['name', 'contactType'] } },
    },
    distribution: {
      type: 'array',
      minItems: 4,
      items: {
        type: 'object',
        required: ['contentUrl', 'encodingFormat'],
        properties: {
          '@type': { const: 'DataDownload' },
          contentUrl: { type: 'string', pattern: '^https://' },
          encodingFormat: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' },
        },
      },
    },
  },
  $defs: {
    named: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', required: ['@type', 'name'], properties: { name: { type: 'string' } } },
    },
  },
};
const holds = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(expected);

interface FlatDataset {
  description: string;
  spatialCoverage: { '@id': string; name: string }[];
  distribution: { contentUrl: string }[];
}

describe.each(languages)('the dataset in %s', (language) => {
  const text = read(`${language}/peru-borders-dataset.jsonld`);
  const dataset = JSON.parse(text) as FlatDataset;

  test('has what a search engine for datasets asks', () => {
    holds(dataset);
    expect(holds.errors ?? []).toEqual([]);
  });

  test('is refused without it', () => {
    expect(holds({ ...dataset, description: 'Too short.' })).toBe(false);
    expect(holds({ ...dataset, temporalCoverage: 'long ago' })).toBe(false);
    expect(
      holds({ ...dataset, distribution: dataset.distribution.map(({ contentUrl }) => ({ contentUrl })) }),
    ).toBe(false);
    expect(holds({ ...dataset, spatialCoverage: [] })).toBe(false);
  });

  test('names files that are there, and places that the data describes', () => {
    const base = 'https://w3id.org/tinkuy/';
    for (const { contentUrl } of dataset.distribution)
      expect(published.has(contentUrl.slice(base.length)), contentUrl).toBe(true);
    const data = read('data/peru-borders.nt');
    for (const { '@id': id, name } of dataset.spatialCoverage)
      expect(data).toContain(`<${id}> <http://schema.org/name> "${name}"@${language} .`);
  });

  test('speaks its language', () => {
    const title = /^title: "?(.*?)"?$/m.exec(read(`${language}/peru-borders.md`))?.[1] ?? '';
    expect(title).not.toBe('');
    expect(dataset.description).toContain(title);
  });
});
