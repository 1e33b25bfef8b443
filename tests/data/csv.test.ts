import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Parser } from 'n3';
import { afterAll, describe, expect, test } from 'vitest';
import { createIris } from '../../pipeline/graph/iri.ts';
import { indexGraph } from '../../pipeline/linked/rdf/index-graph.ts';
import { csvColumns } from '../../pipeline/publish/data/csv-columns.ts';
import { judge } from '../judge.ts';
import { packageRoot } from '../package-root.ts';
import { readPublished } from '../publication/published.ts';

interface Column {
  name: string;
  propertyUrl?: string;
  separator?: string;
  virtual?: boolean;
  'dc:description'?: unknown;
}
interface Metadata {
  'dc:title': unknown;
  tableSchema: { columns: Column[] };
}

const published = readPublished();
const textOf = (at: string): string => published.get(at)?.toString('utf8') ?? '';
const name = 'peru-borders-observations.csv';
const csv = path.join(packageRoot, 'dist/data', name);
const metadata = () => JSON.parse(textOf(`data/${name}-metadata.json`)) as Metadata;
const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-csvw-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rdflib = judge('rdflib');
/** What a reader of CSV on the Web makes of the CSV by a description. */
async function read(description: Metadata): Promise<string[]> {
  const file = path.join(folder, 'metadata.json');
  writeFileSync(file, JSON.stringify(description));
  const script = path.join(packageRoot, 'tests/data/judges/read_csvw.py');
  const { stdout, stderr, status } = await rdflib.ask([script, csv, file]);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout.trim().split('\n');
}

/** What the cube says of its observations by some properties. */
function cube(properties: ReadonlySet<string>): string[] {
  const lines = textOf('data/peru-borders.nt').trim().split('\n');
  const place = '<http://purl.org/linked-data/cube#dataSet>';
  const observations = new Set(
    lines
      .map((line) => line.split(' '))
      .flatMap(([subject, predicate]) => (predicate === place ? subject : [])),
  );
  const also = `<http://schema.org/Observation> .`;
  return lines.filter((line) => {
    const [subject, predicate = ''] = line.split(' ');
    return observations.has(subject) && properties.has(predicate.slice(1, -1)) && !line.endsWith(also);
  });
}

describe('the CSV by its description', rdflib.options, () => {
  const properties = (): Set<string> =>
    new Set(metadata().tableSchema.columns.flatMap(({ propertyUrl }) => propertyUrl ?? []));

  test('says what the cube says', async () => {
    const found = await read(metadata());
    expect(found.length).toBeGreaterThan(700);
    expect(found.sort()).toEqual(cube(properties()).sort());
  });

  test('says all that the structure of the cube demands, and where it comes from', () => {
    const sdmx = 'http://purl.org/linked-data/sdmx/2009/';
    const prov = 'http://www.w3.org/ns/prov#';
    const own = ['observedEntity', 'observedProperty', 'observedPeriod', 'observationNumber'];
    const demanded = [
      'http://purl.org/linked-data/cube#dataSet',
      ...own.map((term) => `https://w3id.org/tinkuy/core#${term}`),
      `${sdmx}measure#obsValue`,
      `${sdmx}attribute#unitMeasure`,
      `${sdmx}attribute#obsStatus`,
      ...['hadPrimarySource', 'wasDerivedFrom', 'wasQuotedFrom'].map((term) => prov + term),
    ];
    expect(demanded.filter((property) => !properties().has(property))).toEqual([]);
  });

  test('would say something else with lists in cells that are addresses', async () => {
    const bad = metadata();
    for (const column of bad.tableSchema.columns) if (column.name === 'derivedFrom') column.separator = ' ';
    expect((await read(bad)).sort()).not.toEqual(cube(properties()).sort());
  });
});

test('words of the description have their language each, for a language map is no common property', () => {
  const languages = ['en', 'es', 'pt'];
  const { 'dc:title': title, tableSchema } = metadata();
  const described = tableSchema.columns.filter(({ virtual }) => !virtual);
  for (const words of [title, ...described.map((column) => column['dc:description'])]) {
    expect(words).toEqual(
      languages.map((language) => ({
        '@language': language,
        '@value': expect.stringMatching(/\S/),
      })),
    );
  }
});

describe('a cell has one value of one datatype', () => {
  const turtle = `
    @prefix tinkuy: <https://w3id.org/tinkuy/core#> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
    @prefix prov: <http://www.w3.org/ns/prov#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    <o:1> tinkuy:observedPeriod "2008"^^xsd:gYear ; prov:wasQuotedFrom <e:b>, <e:a> .
    <o:2> tinkuy:observedPeriod "2008-05"^^xsd:gYearMonth ; prov:wasQuotedFrom <e:c> .
    <o:3> tinkuy:observedPeriod "2008-05-07"^^xsd:date .
    <o:4> tinkuy:observedPeriod <o:p> . <o:p> dcat:startDate "1993"^^xsd:gYear ; dcat:endDate "2007-10"^^xsd:gYearMonth .
    <o:5> tinkuy:observedPeriod tinkuy:undated .`;
  const observations = ['o:1', 'o:2', 'o:3', 'o:4', 'o:5'];
  const input = {
    languages: ['en'],
    labels: new Map(),
    measures: [],
    iris: createIris('https://example.org/'),
  };
  const columns = csvColumns(indexGraph(new Parser().parse(turtle)), observations, input);
  const column = (wanted: string) => {
    const found = columns.find(({ title }) => title === wanted);
    return found && observations.map((observation) => found.cell(observation));
  };

  test.each([
    ['start', ['2008', '2008-05', '2008-05-07', '1993', '']],
    ['end', ['', '', '', '2007-10', '']],
    ['year', ['2008', '', '', '', '']],
    ['month', ['', '2008-05', '', '', '']],
    ['day', ['', '', '2008-05-07', '', '']],
    ['period', ['', '', '', 'o:p', 'https://w3id.org/tinkuy/core#undated']],
    ['evidence', ['e:a', 'e:c', '', '', '']],
    ['evidence_2', ['e:b', '', '', '', '']],
    ['evidence_3', undefined],
    ['derivedFrom', ['', '', '', '', '']],
  ])('%s', (title, cells) => expect(column(title)).toEqual(cells));
});
