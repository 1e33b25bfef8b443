import type { Term } from '@rdfjs/types';
import type { Iris } from '../../graph/iri.ts';
import type { GraphIndex } from '../../linked/rdf/index-graph.ts';
import type { Language, LanguageMap } from '../../model.ts';
import type { ValueColumn } from '../../values/data-term.ts';

const schema = 'http://schema.org/';
const sdmx = 'http://purl.org/linked-data/sdmx/2009/';
const prov = 'http://www.w3.org/ns/prov#';
const dcat = 'http://www.w3.org/ns/dcat#';
const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** A column: its datatype in CSVW, the property that its cells are values of, and how a cell is found. */
export interface CsvColumn {
  /** The name that its words are under. */
  name: string;
  /** What the header has. */
  title: string;
  /** Its language, where it has words. */
  language?: Language;
  datatype: string;
  /** Left out where the cells say nothing of the observation itself. */
  property?: string;
  /** Whether cells are addresses. */
  isReference?: boolean;
  cell: (observation: string) => string;
}

export interface CsvColumnInput {
  languages: Language[];
  /** Labels of properties by address. */
  labels: ReadonlyMap<string, LanguageMap>;
  /** Columns for what was measured, by the kinds of values. */
  measures: readonly ValueColumn[];
  iris: Iris;
}

/** How cells are found in a graph. */
interface Cells {
  terms: (subject: string, property: string) => Term[];
  /** Sorted; the values of a property are a set. */
  values: (subject: string, property: string) => string[];
  /** The first value; '' where there is none. */
  one: (subject: string, property: string) => string;
  oneOf: (isReference: boolean, subject: string, property: string) => string;
}

/**
 * The columns of the observations. A cell has one value: by CSVW a cell with several has one address made of all of them
 * (https://www.w3.org/TR/tabular-metadata/#uri-template-properties), so that a property with several has several columns.
 * A column has one datatype, so that dates have a column for each of their precisions.
 */
export function csvColumns(
  graph: GraphIndex,
  observations: readonly string[],
  input: CsvColumnInput,
): CsvColumn[] {
  const { iris } = input;
  const cells = createCells(graph);
  const { plain, reference } = createColumns(cells);
  const references = (name: string, property: string): CsvColumn[] => {
    const most = Math.max(1, ...observations.map((each) => cells.values(each, property).length));
    return Array.from({ length: most }, (_, index) => ({
      ...reference(name, property),
      title: index === 0 ? name : `${name}_${index + 1}`,
      cell: (observation) => cells.values(observation, property)[index] ?? '',
    }));
  };
  const [observedEntity, observedProperty] = [iris.core('observedEntity'), iris.core('observedProperty')];
  return [
    { name: 'observation', title: 'observation', datatype: 'anyURI', cell: (observation) => observation },
    reference('entity', observedEntity),
    ...nameColumns('entityName', observedEntity, cells, input),
    reference('property', observedProperty),
    ...nameColumns('propertyName', observedProperty, cells, input),
    ...input.measures.map(({ name, datatype, property }) => plain(name, datatype, property)),
    reference('unitAddress', `${sdmx}attribute#unitMeasure`),
    plain('qualifier', 'string', iris.core('qualifier')),
    reference('of', iris.core('of')),
    ...periodColumns(iris.core('observedPeriod'), cells),
    plain('number', 'integer', iris.core('observationNumber')),
    reference('status', `${sdmx}attribute#obsStatus`),
    ...references('source', `${prov}hadPrimarySource`),
    ...references('derivedFrom', `${prov}wasDerivedFrom`),
    ...references('evidence', `${prov}wasQuotedFrom`),
  ];
}

function createCells(graph: GraphIndex): Cells {
  const terms: Cells['terms'] = (subject, property) =>
    graph.of(subject).flatMap(({ predicate, object }) => (predicate.value === property ? [object] : []));
  const values: Cells['values'] = (subject, property) =>
    terms(subject, property)
      .map(({ value }) => value)
      .sort();
  /** The literal, or the address, that a property leads to: a unit is the one or the other. */
  const oneOf: Cells['oneOf'] = (isReference, subject, property) =>
    terms(subject, property)
      .filter(({ termType }) => (termType !== 'Literal') === isReference)
      .map(({ value }) => value)
      .sort()[0] ?? '';
  return { terms, values, one: (subject, property) => values(subject, property)[0] ?? '', oneOf };
}

/** Columns of one value of a property. */
function createColumns({ oneOf }: Cells) {
  const plain = (name: string, datatype: string, property: string): CsvColumn => ({
    name,
    title: name,
    datatype,
    property,
    cell: (observation) => oneOf(false, observation, property),
  });
  const reference = (name: string, property: string): CsvColumn => ({
    ...plain(name, 'anyURI', property),
    isReference: true,
    cell: (observation) => oneOf(true, observation, property),
  });
  return { plain, reference };
}

/** What an address that a property leads to is called, in each language. */
function nameColumns(
  name: string,
  property: string,
  { terms, one }: Cells,
  { languages, labels }: CsvColumnInput,
): CsvColumn[] {
  const nameOf = (iri: string, language: Language): string =>
    terms(iri, `${schema}name`).find((term) => term.termType === 'Literal' && term.language === language)
      ?.value ??
    labels.get(iri)?.[language] ??
    '';
  return languages.map((language) => ({
    name,
    title: `${name}_${language}`,
    language,
    datatype: 'string',
    cell: (observation) => nameOf(one(observation, property), language),
  }));
}

/** When: as first and last date, as a date of each precision, and as the address of a period that has one. */
function periodColumns(property: string, cells: Cells): CsvColumn[] {
  const { plain, reference } = createColumns(cells);
  const when = (observation: string): Term | undefined => cells.terms(observation, property)[0];
  const bound = (name: string, find: (period: Term) => string): CsvColumn => ({
    name,
    title: name,
    datatype: 'string',
    cell: (observation) => {
      const term = when(observation);
      return term === undefined ? '' : find(term);
    },
  });
  const dated = (name: string, datatype: string): CsvColumn => ({
    ...plain(name, datatype, property),
    cell: (observation) => {
      const term = when(observation);
      return term?.termType === 'Literal' && term.datatype.value === `${xsd}${datatype}` ? term.value : '';
    },
  });
  return [
    bound('start', (term) =>
      term.termType === 'Literal' ? term.value : cells.one(term.value, `${dcat}startDate`),
    ),
    bound('end', (term) => (term.termType === 'Literal' ? '' : cells.one(term.value, `${dcat}endDate`))),
    dated('year', 'gYear'),
    dated('month', 'gYearMonth'),
    dated('day', 'date'),
    {
      ...reference('period', property),
      cell: (observation) => {
        const term = when(observation);
        return term === undefined || term.termType === 'Literal' ? '' : term.value;
      },
    },
  ];
}
