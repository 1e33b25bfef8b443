import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { readTimes, readTree } from './read-tree.ts';
import { type Ran, runTinkuy } from './run-tinkuy.ts';

const fixture = 'vapores-del-titicaca';
const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
const dist = path.join(folder, 'dist');
let built: Ran;
let files: Map<string, string>;

beforeAll(() => {
  copyFixture(fixture, folder);
  built = runTinkuy(folder, 'build', '--strict');
  files = readTree(dist);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const editionOf = (language: string) => files.get(`${language}/vapores.md`) ?? '';
const registerOf = (language: string) => files.get(`${language}/vapores-register.md`) ?? '';

interface Node {
  '@id'?: string;
  '@type'?: string | string[];
  [property: string]: unknown;
}

function graph(): Node[] {
  const data = JSON.parse(files.get('data/vapores.jsonld') ?? '{}') as { '@graph'?: Node[] };
  return data['@graph'] ?? [];
}

test('a publication on another subject, in another source language, builds without a finding', () => {
  expect({ code: built.code, err: built.err }).toEqual({ code: 0, err: '' });
  expect(built.out).toMatch(
    /^dist: 45 written, 0 unchanged, 0 removed\.\nvapores: \d+ triples, canonical SHA-256 [0-9a-f]{64}\nvapores: 3 editions carry one graph of \d+ triples, SHA-256 [0-9a-f]{64}\n$/,
  );
  expect([...files.keys()].filter((at) => !at.startsWith('data/entities/'))).toEqual([
    'data/context.jsonld',
    'data/shapes.ttl',
    'data/vapores-citation.bib',
    'data/vapores-citation.json',
    'data/vapores-dataset.jsonld',
    'data/vapores-dataset.ttl',
    'data/vapores-observations.csv',
    'data/vapores-observations.csv-metadata.json',
    'data/vapores.jsonld',
    'data/vapores.nt',
    'data/vapores.ttl',
    ...['en', 'es', 'pt'].map((language) => `data/vocabulary.${language}.md`),
    'data/vocabulary.ttl',
    ...['en', 'es'].flatMap(filesOf),
    'manifest.json',
    ...filesOf('pt'),
  ]);
  const entities = [...files.keys()].filter((at) => at.startsWith('data/entities/vessel/'));
  expect(entities).toContain('data/entities/vessel/ollanta.ttl');
});

function filesOf(language: string): string[] {
  return ['-blocks.json', '-dataset.jsonld', '-register.md', '.html', '.jsonld', '.md', '.txt'].map(
    (ending) => `${language}/vapores${ending}`,
  );
}

describe('its own type', () => {
  test.each([
    ['es', '## Embarcaciones', 'Eslora', 'Botadura'],
    ['en', '## Vessels', 'Length', 'Launched'],
    ['pt', '## Embarcações', 'Comprimento', 'Lançamento'],
  ])('has its words in the %s register', (language, heading, length, launched) => {
    const register = registerOf(language);
    expect(register).toContain(`\n${heading}\n`);
    expect(register).toContain(`<span id="vessel-ollanta--length"></span>${length}: `);
    expect(register).toContain(`<span id="vessel-ollanta--launched"></span>${launched}: 1931\n`);
  });

  test('is in the context', () => {
    const { '@context': terms } = JSON.parse(files.get('data/context.jsonld') ?? '{}') as {
      '@context': Record<string, unknown>;
    };
    expect(terms).toMatchObject({
      Vessel: 'def:Vessel',
      launched: 'def:launched',
      pieces: { '@id': 'def:pieces', '@type': 'xsd:integer' },
      homePort: { '@id': 'def:homePort', '@type': '@id' },
    });
  });

  test('is in the data, with names in every language and values without one', () => {
    const yavari = graph().find((node) => node['@id'] === 'https://example.org/titicaca/id/vessel/yavari');
    expect(yavari).toMatchObject({
      '@type': ['schema:Vehicle', 'Vessel'],
      name: { en: 'Yavari', es: 'Yavarí', pt: 'Yavari' },
      homePort: 'https://example.org/titicaca/id/place/puno',
      launched: { '@type': 'xsd:date', '@value': '1870-12-25' },
      pieces: '2766',
    });
    const lengths = graph().filter((node) => node.indicator === 'def:length');
    expect(lengths.map((node) => node['schema:value'])).toEqual([
      { '@type': 'xsd:decimal', '@value': '79.25' },
      { '@type': 'xsd:decimal', '@value': '30.5' },
    ]);
  });
});

describe('values are written as the readers of each edition write them', () => {
  test.each([
    ['es', '2.766', '30,5 m', '79,25 m', '25 de diciembre de 1870', 'Tabla 1'],
    ['en', '2,766', '30.5 m', '79.25 m', 'December 25, 1870', 'Table 1'],
    ['pt', '2.766', '30,5 m', '79,25 m', '25 de dezembro de 1870', 'Tabela 1'],
  ])('%s', (language, pieces, yavari, ollanta, launched, table) => {
    const edition = editionOf(language);
    const written = yavari.replace(' ', '\u00a0');
    // As the text says it, where the author left it to the pipeline, and in the register.
    expect(edition).toContain(`[${yavari}](vapores-register.md#vessel-yavari--length)`);
    expect(edition).toContain(`| [${written}](vapores-register.md#vessel-yavari--length) |`);
    expect(registerOf(language)).toMatch(
      new RegExp(`<span id="vessel-yavari--length"></span>[^\n]*: ${written}\n`),
    );
    expect(edition).toContain(`[${ollanta}](vapores-register.md#vessel-ollanta--length)`);
    expect(edition).toContain(`[${pieces}](vapores-register.md#vessel-yavari--pieces)`);
    expect(edition).toContain(`[${launched}](vapores-register.md#vessel-yavari--launched)`);
    expect(edition).toContain(`[${table}](#table-vessels)`);
  });
});

test('sections have the same ids in all editions, from the words of the source', () => {
  for (const language of ['es', 'en', 'pt']) {
    const ids = [...editionOf(language).matchAll(/<span id="(s-[^"]+)">/g)].map(([, id]) => id);
    expect(ids).toEqual(['s-un-barco-por-piezas', 's-los-barcos', 's-los-apuntes']);
  }
});

describe('what looks like syntax elsewhere comes out as it was typed', () => {
  const phrases = [
    '1:50000 ',
    ' 3:1; ',
    'Fuente:CEPAL',
    '(Jn 3:16)',
    'urn:lex:pe:ley:26821',
    'wd:Q419',
    '047:PCM',
  ];
  test.each(['10:30', ...phrases, 'ISSN:1234-5678', ':::name.', '\n\n:::name '])('%j', (phrase) => {
    for (const language of ['es', 'en', 'pt']) expect(editionOf(language)).toContain(phrase);
  });
});

test('a second build writes nothing', () => {
  const times = readTimes(dist);
  const again = runTinkuy(folder, 'build');
  expect(again.code).toBe(0);
  expect(again.out).toBe(built.out.replace('45 written, 0 unchanged', '0 written, 45 unchanged'));
  expect(readTimes(dist)).toEqual(times);
});

test('a build in another place has the same bytes', () => {
  const elsewhere = temporaryFolder();
  copyFixture(fixture, elsewhere);
  expect(runTinkuy(path.dirname(elsewhere), 'build', path.basename(elsewhere)).code).toBe(0);
  expect(readTree(path.join(elsewhere, 'dist'))).toEqual(files);
});
