import { stringify } from 'csv-stringify/sync';
import { indexGraph } from '../../linked/rdf/index-graph.ts';
import type { Json, JsonObject, LanguageMap } from '../../model.ts';
import { listMeasures } from '../../values/list-measures.ts';
import { serializeJson } from '../../values/serialize-json.ts';
import type { Drawing } from '../drawing.ts';
import { type CsvColumn, csvColumns } from './csv-columns.ts';
import { cubeWords } from './cube-words.ts';
import { propertyLabels } from './property-labels.ts';

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const qb = 'http://purl.org/linked-data/cube#';

/**
 * The observations of the cube as CSV (RFC 4180, with line feeds), one row for each, and their description by
 * CSV on the Web (https://www.w3.org/TR/tabular-metadata/), by which the rows give what the cube says of its observations:
 * data set, dimensions, measure, attributes and provenance (https://www.w3.org/TR/csv2rdf/, minimal mode).
 *
 * @param path of the CSV in dist/
 * @returns undefined where nothing is measured
 */
export function writeObservations(
  drawing: Drawing,
  path: string,
): { csv: string; description: string } | undefined {
  const { publication, quads, vocabulary, iris } = drawing;
  const sets = new Map(
    quads
      .filter(({ predicate }) => predicate.value === `${qb}dataSet`)
      .map(({ subject, object }) => [subject.value, object.value]),
  );
  const [set] = sets.values();
  if (set === undefined) return undefined;
  const observations = [...sets.keys()].sort();
  const languages = publication.editions.map(({ language }) => language);
  const labels = propertyLabels(vocabulary);
  const columns = csvColumns(indexGraph(quads), observations, {
    languages,
    labels,
    measures: listMeasures(vocabulary),
    iris,
  });
  const rows = observations.map((observation) => columns.map(({ cell }) => cell(observation)));
  const csv = stringify([columns.map(({ title }) => title), ...rows], { record_delimiter: 'unix' });
  return { csv, description: serializeJson(describe(columns, set, path, drawing)) };
}

function describe(columns: CsvColumn[], set: string, path: string, drawing: Drawing): JsonObject {
  const { source, iris } = drawing;
  const licence = source?.licence.data;
  const words = (name: string) => inLanguages(cubeWords(name, drawing));
  // What all rows have and no cell says.
  const virtual = [
    { name: 'type', propertyUrl: rdfType, valueUrl: `${qb}Observation` },
    { name: 'dataSet', propertyUrl: `${qb}dataSet`, valueUrl: set },
  ];
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    '@id': iris.file(path),
    url: path.slice(path.lastIndexOf('/') + 1),
    'dc:title': words('title'),
    ...(licence?.startsWith('http') ? { 'dc:license': { '@id': licence } } : {}),
    dialect: { encoding: 'utf-8', lineTerminators: ['\n'], header: true },
    tableSchema: {
      primaryKey: 'observation',
      aboutUrl: '{+observation}',
      columns: [
        ...columns.map((column) => ({
          name: column.title,
          titles: column.title,
          'dc:description': words(column.name),
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
function inLanguages(words: LanguageMap): Json[] {
  return Object.entries(words).map(([language, text]) => ({ '@language': language, '@value': text }));
}
