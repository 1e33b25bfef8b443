import type { Quad } from '@rdfjs/types';
import { stringify } from 'csv-stringify/sync';
import type { Iris } from '../../graph/iri.ts';
import { indexGraph } from '../../linked/rdf/index-graph.ts';
import type { Json, JsonObject, Language, LanguageMap, OutputFile, Publication } from '../../model.ts';
import type { ValueColumn } from '../../values/data-term.ts';
import { serializeJson } from '../../values/serialize-json.ts';
import { csvType, csvwType, observationsPath } from '../files.ts';
import { type CsvColumn, csvColumns } from './csv-columns.ts';

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const qb = 'http://purl.org/linked-data/cube#';

/** Words of the columns in each language, by name of the column. */
export type ColumnWords = Record<string, LanguageMap>;

/** Names that have words: `title` for the whole, and the columns. */
export const observationColumns: readonly string[] = [
  'title',
  'observation',
  'entity',
  'entityName',
  'property',
  'propertyName',
  'value',
  'unit',
  'currency',
  'unitAddress',
  'qualifier',
  'of',
  'start',
  'end',
  'year',
  'month',
  'day',
  'period',
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
  measures: readonly ValueColumn[];
  words: ColumnWords;
  iris: Iris;
  licence: string | undefined;
}

/**
 * The observations of the cube as CSV (RFC 4180, with line feeds), one row for each, and their description by
 * CSV on the Web (https://www.w3.org/TR/tabular-metadata/), by which the rows give what the cube says of its observations:
 * data set, dimensions, measure, attributes and provenance (https://www.w3.org/TR/csv2rdf/, minimal mode).
 */
export function writeObservations(input: ObservationInput): OutputFile[] {
  const { publication, quads } = input;
  const sets = new Map(
    quads
      .filter(({ predicate }) => predicate.value === `${qb}dataSet`)
      .map(({ subject, object }) => [subject.value, object.value]),
  );
  const [set] = sets.values();
  if (set === undefined) return [];
  const observations = [...sets.keys()].sort();
  const columns = csvColumns(indexGraph(quads), observations, input);
  const rows = observations.map((observation) => columns.map(({ cell }) => cell(observation)));
  const text = stringify([columns.map(({ title }) => title), ...rows], { record_delimiter: 'unix' });
  const path = observationsPath(publication);
  return [
    { path, text, mediaType: csvType, language: undefined },
    {
      path: `${path}-metadata.json`,
      text: serializeJson(describe(columns, set, input)),
      mediaType: csvwType,
      language: undefined,
    },
  ];
}

function describe(
  columns: CsvColumn[],
  set: string,
  { publication, words, iris, licence }: ObservationInput,
): JsonObject {
  const path = observationsPath(publication);
  // What all rows have and no cell says.
  const virtual = [
    { name: 'type', propertyUrl: rdfType, valueUrl: `${qb}Observation` },
    { name: 'dataSet', propertyUrl: `${qb}dataSet`, valueUrl: set },
  ];
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    '@id': iris.file(path),
    url: path.slice(path.lastIndexOf('/') + 1),
    'dc:title': inLanguages(words.title),
    ...(licence?.startsWith('http') ? { 'dc:license': { '@id': licence } } : {}),
    dialect: { encoding: 'utf-8', lineTerminators: ['\n'], header: true },
    tableSchema: {
      primaryKey: 'observation',
      aboutUrl: '{+observation}',
      columns: [
        ...columns.map((column) => ({
          name: column.title,
          titles: column.title,
          'dc:description': inLanguages(words[column.name]),
          datatype: column.datatype,
          ...(column.language === undefined ? {} : { lang: column.language }),
          ...(column.property === undefined ? { suppressOutput: true } : { propertyUrl: column.property }),
          ...(column.isReference ? { valueUrl: `{+${column.title}}` } : {}),
        })),
        ...virtual.map((column) => ({ ...column, virtual: true })),
      ],
    },
  };
}

/** Words as a common property has them: a language map is none (https://www.w3.org/TR/tabular-metadata/#values-of-common-properties). */
function inLanguages(words: LanguageMap = {}): Json[] {
  return Object.entries(words).map(([language, text]) => ({ '@language': language, '@value': text }));
}
