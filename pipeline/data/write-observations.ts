import type { Quad } from '@rdfjs/types';
import { stringify } from 'csv-stringify/sync';
import type { Iris } from '../graph/iri.ts';
import type { JsonObject, Language, LanguageMap, OutputFile, Publication } from '../model.ts';
import { serializeJson } from '../notation/serialize-json.ts';
import { csvType, csvwType, observationsPath } from '../output/files.ts';
import { type GraphIndex, indexGraph } from '../rdf/index-graph.ts';

const qb = 'http://purl.org/linked-data/cube#';
const schema = 'http://schema.org/';
const sdmx = 'http://purl.org/linked-data/sdmx/2009/';

/** Words of the columns in each language, by name of the column. */
export type ColumnWords = Record<string, LanguageMap>;

/** Names of the columns, and `title` for the whole. */
export const observationColumns: readonly string[] = [
  'title',
  'observation',
  'entity',
  'entityName',
  'property',
  'propertyName',
  'value',
  'unit',
  'unitAddress',
  'qualifier',
  'start',
  'end',
  'number',
  'status',
  'source',
  'derivedFrom',
  'evidence',
];

export interface ObservationInput {
  publication: Publication;
  quads: Quad[];
  languages: Language[];
  /** Labels of properties by address. */
  labels: ReadonlyMap<string, LanguageMap>;
  words: ColumnWords;
  iris: Iris;
  licence: string | undefined;
}

/** A column: its datatype in CSVW, the property that its cells are values of, and how a cell is found. */
interface Column {
  name: string;
  /** Its language, where it has words. */
  language?: Language;
  datatype: string;
  property?: string;
  /** Whether cells are addresses. */
  isReference?: boolean;
  /** What stands between several addresses. */
  separator?: string;
  /** Whether it says something of the observation, and not of what it points to. */
  cell: (observation: string) => string;
}

/**
 * The observations of the cube as CSV (RFC 4180, with line feeds), one row for each, and their description by
 * CSV on the Web (https://www.w3.org/TR/tabular-metadata/), by which the rows give the triples of the cube again.
 */
export function writeObservations(input: ObservationInput): OutputFile[] {
  const { publication, quads } = input;
  const graph = indexGraph(quads);
  const observations = quads
    .filter(({ predicate }) => predicate.value === `${qb}dataSet`)
    .map(({ subject }) => subject.value)
    .sort();
  if (observations.length === 0) return [];
  const columns = columnsOf(graph, input);
  const rows = observations.map((observation) => columns.map(({ cell }) => cell(observation)));
  const text = stringify([columns.map(titleOf), ...rows], { record_delimiter: 'unix' });
  const path = observationsPath(publication);
  return [
    { path, text, mediaType: csvType, language: undefined },
    {
      path: `${path}-metadata.json`,
      text: serializeJson(describe(columns, input)),
      mediaType: csvwType,
      language: undefined,
    },
  ];
}

function columnsOf(graph: GraphIndex, { languages, labels, iris }: ObservationInput): Column[] {
  const values = (subject: string, property: string): string[] =>
    graph
      .of(subject)
      .flatMap(({ predicate, object }) => (predicate.value === property ? [object.value] : []));
  const one = (subject: string, property: string): string => values(subject, property)[0] ?? '';
  const entity = (observation: string) => one(observation, iris.term('observedEntity'));
  const property = (observation: string) => one(observation, iris.term('observedProperty'));
  const nameOf = (iri: string, language: Language): string => {
    const name = graph
      .of(iri)
      .find(
        ({ predicate, object }) =>
          predicate.value === `${schema}name` &&
          object.termType === 'Literal' &&
          object.language === language,
      );
    return name?.object.value ?? labels.get(iri)?.[language] ?? '';
  };
  const period = (observation: string, end: 'startDate' | 'endDate'): string => {
    const when = one(observation, iris.term('observedPeriod'));
    if (when === iris.term('undated')) return '';
    const isInterval = graph.of(when).length > 0;
    return isInterval ? one(when, `http://www.w3.org/ns/dcat#${end}`) : when;
  };
  const named = (name: string, find: (observation: string) => string): Column[] =>
    languages.map((language) => ({
      name,
      language,
      datatype: 'string',
      cell: (observation) => nameOf(find(observation), language),
    }));
  const plain = (name: string, datatype: string, path: string): Column => ({
    name,
    datatype,
    property: path,
    cell: (observation) => one(observation, path),
  });
  const reference = (name: string, path: string): Column => ({
    ...plain(name, 'anyURI', path),
    isReference: true,
    separator: ' ',
    cell: (observation) => values(observation, path).sort().join(' '),
  });
  return [
    { name: 'observation', datatype: 'anyURI', cell: (observation) => observation },
    { ...reference('entity', iris.term('observedEntity')), separator: '' },
    ...named('entityName', entity),
    { ...reference('property', iris.term('observedProperty')), separator: '' },
    ...named('propertyName', property),
    plain('value', 'decimal', `${sdmx}measure#obsValue`),
    plain('unit', 'string', `${schema}unitCode`),
    { ...reference('unitAddress', `${sdmx}attribute#unitMeasure`), separator: '' },
    plain('qualifier', 'string', iris.term('qualifier')),
    { name: 'start', datatype: 'string', cell: (observation) => period(observation, 'startDate') },
    { name: 'end', datatype: 'string', cell: (observation) => period(observation, 'endDate') },
    plain('number', 'integer', iris.term('observationNumber')),
    { ...reference('status', `${sdmx}attribute#obsStatus`), separator: '' },
    reference('source', 'http://www.w3.org/ns/prov#hadPrimarySource'),
    reference('derivedFrom', 'http://www.w3.org/ns/prov#wasDerivedFrom'),
    reference('evidence', 'http://www.w3.org/ns/prov#wasQuotedFrom'),
  ];
}

function titleOf({ name, language }: Column): string {
  return language === undefined ? name : `${name}_${language}`;
}

function describe(columns: Column[], { publication, words, iris, licence }: ObservationInput): JsonObject {
  const path = observationsPath(publication);
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    '@id': iris.file(path),
    url: path.slice(path.lastIndexOf('/') + 1),
    'dc:title': { ...(words.title ?? {}) },
    ...(licence?.startsWith('http') ? { 'dc:license': { '@id': licence } } : {}),
    dialect: { encoding: 'utf-8', lineTerminators: ['\n'], header: true },
    tableSchema: {
      primaryKey: 'observation',
      aboutUrl: '{+observation}',
      columns: columns.map((column) => ({
        name: titleOf(column),
        titles: titleOf(column),
        'dc:description': { ...(words[column.name] ?? {}) },
        datatype: column.datatype,
        ...(column.language === undefined ? {} : { lang: column.language }),
        ...(column.separator ? { separator: column.separator } : {}),
        ...(column.property === undefined ? { suppressOutput: true } : { propertyUrl: column.property }),
        ...(column.isReference ? { valueUrl: `{+${titleOf(column)}}` } : {}),
      })),
    },
  };
}
