import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import type { Finding } from './expect-finding.ts';
import { runInProcess } from './run-in-process.ts';

const base = 'https://example.org/ferries/';
const xsd = 'http://www.w3.org/2001/XMLSchema#';
const values = 'https://w3id.org/tinkuy/schemas/values.json#/$defs/';
const kind = {
  $ref: `${values}code`,
  enum: ['ferry', 'raft'],
  'x-labels': { ferry: { en: 'ferry' }, raft: { en: 'raft' } },
  title: 'Kind',
  description: 'What it is.',
};
const vessel = (properties: object) => ({
  title: 'Vessel',
  description: 'What crosses water.',
  'x-jsonld-type': ['schema:Vehicle'],
  type: 'object',
  allOf: [{ $ref: 'https://w3id.org/tinkuy/schemas/types/thing.json' }],
  properties,
});
const works = [
  {
    id: 'rojas-2001',
    type: 'book',
    language: 'pt-BR',
    title: 'Balsas do lago',
    author: [{ family: 'Rojas', given: 'Ana' }],
  },
  { id: 'ferries-2002', type: 'report', title: 'Ferries', author: [{ literal: 'Port Authority' }] },
  { id: 'perez-2003', type: 'chapter', title: 'Rafts', author: [{ literal: 'Pérez, L., et al.' }] },
];
const records = {
  'vessel:dawn': { name: { und: 'Dawn' }, kind: 'ferry' },
  'place:taveuni': { name: { und: 'Taveuni' }, kind: 'town', point: '-16.8, 180' },
  'observation:fares': {
    name: { und: 'Fares' },
    subject: 'vessel:dawn',
    indicator: 'concept:fares',
    value: { value: '7', unit: '1' },
    source: 'work:ferries-2002',
  },
  'concept:fares': { name: { und: 'Fares sold' } },
  'person:perez': { name: { und: 'Luz Pérez' } },
  'work:perez-2003': { creator: ['person:perez'] },
};
const text = `---
title: Ferries
language: en
licence: { text: all-rights-reserved, data: all-rights-reserved }
---

The [Dawn](vessel:dawn) goes to [Taveuni](place:taveuni) ([Rojas](work:rojas-2001), [Port Authority](work:ferries-2002),
[Pérez](work:perez-2003)) and sold [fares](observation:fares).
`;

async function run(
  command: string,
  type: object,
  own: object = {},
): Promise<{ out: string; folder: string }> {
  const folder = temporaryFolder();
  const files = {
    'tinkuy.yaml': `base: ${base}\neditions: { en: en-US }\n`,
    'schemas/types/vessel.json': JSON.stringify(type),
    'source/ferries/article.md': text,
    'source/ferries/references.json': JSON.stringify(works),
    'source/ferries/entities/all.yaml': JSON.stringify({ ...records, ...own }),
  };
  for (const [at, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), content);
  }
  const { out } = await runInProcess(folder, command, ...(command === 'check' ? ['--reporter', 'json'] : []));
  return { out, folder };
}
const ferry = { kind: { ...kind, 'x-classes': { ferry: ['schema:BoatTerminal', 'prov:Agent'] } } };

async function findingsOf(type: object, own?: object): Promise<Finding[]> {
  const { out } = await run('check', type, own);
  return (JSON.parse(out) as { findings: Finding[] }).findings;
}

test('things have the classes of their codes, titles their languages, measurements what they are about', async () => {
  const { out, folder } = await run('build', vessel(ferry));
  expect(out).toContain('triples');
  const read = (at: string) => readFileSync(path.join(folder, 'dist', at), 'utf8');
  const data = read('data/ferries.nt');
  const a = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
  const id = (name: string) => `<${base}id/${name}>`;
  for (const line of [
    `${id('vessel/dawn')} <${a}> <http://schema.org/BoatTerminal>`,
    `${id('vessel/dawn')} <${a}> <http://schema.org/Vehicle>`,
    `${id('work/rojas-2001')} <${a}> <http://schema.org/Book>`,
    `${id('work/rojas-2001')} <${a}> <http://purl.org/ontology/bibo/Book>`,
    `${id('work/ferries-2002')} <${a}> <http://schema.org/Report>`,
    `${id('place/taveuni')} <${a}> <http://schema.org/City>`,
    `${id('work/rojas-2001')} <http://schema.org/name> "Balsas do lago"@pt-BR`,
    `${id('work/ferries-2002')} <http://schema.org/name> "Ferries"@en`,
    `${id('observation/fares#value')} <http://schema.org/observationAbout> ${id('vessel/dawn')}`,
    `${id('observation/fares#value')} <http://schema.org/measuredProperty> ${id('concept/fares')}`,
    `${id('place/taveuni')} <http://schema.org/geo> ${id('place/taveuni#point')}`,
    `${id('place/taveuni#point')} <http://schema.org/longitude> "180"^^<${xsd}decimal>`,
    `${id('place/taveuni#point')} <http://www.opengis.net/ont/geosparql#asWKT> "POINT(180 -16.8)"^^<http://www.opengis.net/ont/geosparql#wktLiteral>`,
  ])
    expect(data).toContain(`${line} .\n`);
  expect(data).not.toContain('"Balsas do lago"@en');
  const flat = JSON.parse(read('en/ferries.jsonld')) as { citation: { '@type': string; author: object[] }[] };
  expect(flat.citation.map(({ '@type': type, author }) => [type, author])).toEqual([
    ['Report', [{ '@type': 'Organization', name: 'Port Authority' }]],
    ['Chapter', [{ '@id': `${base}id/person/perez`, '@type': 'Person', name: 'Luz Pérez' }]],
    ['Book', [{ '@type': 'Person', name: 'Ana Rojas' }]],
  ]);
});

describe('what x-classes cannot say is a finding:', () => {
  test.each([
    ['a code that the property has not', { kind: { ...kind, 'x-classes': { fery: ['schema:Boat'] } } }],
    ['a prefix that nobody knows', { kind: { ...kind, 'x-classes': { ferry: ['shema:Boat'] } } }],
    ['of what is no code', { name: { $ref: `${values}text`, 'x-classes': { ferry: ['schema:Boat'] } } }],
    [
      'such a prefix of a class that stands alone',
      { kind: { ...kind, 'x-classes': { ferry: 'shema:Boat' } } },
    ],
  ])('%s', async (_, properties) => {
    const rules = (await findingsOf(vessel({ ...ferry, ...properties }))).map(({ rule }) => rule);
    expect(rules).toContain('schema-annotation-is-valid');
  });
});

describe('a point that is none is a finding:', () => {
  test.each(['91, 10', '-100.5, -71.97', '-16.8, 180.5', 'north of Suva'])('%s', async (point) => {
    const place = { name: { und: 'Taveuni' }, kind: 'town', point };
    const found = await findingsOf(vessel(ferry), { 'place:taveuni': place });
    expect(found).toHaveLength(1);
    expect(found[0]?.rule).toMatch(/^(?:point-is-on-the-globe|value-has-the-right-type)$/);
  });
});
