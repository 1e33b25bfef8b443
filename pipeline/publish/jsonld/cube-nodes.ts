import { add, literal, type Node, ref, taggedAll } from '../../linked/rdf/nodes.ts';
import { addSayings } from '../../linked/rdf/term-nodes.ts';
import type { Entity, EntityId, Json, Publication } from '../../model.ts';
import { measured } from '../../values/measured.ts';
import { listOf } from '../look-up.ts';
import { positioned, type ValueContext } from './values.ts';

/** A value that follows from others by the schema (x-follows), next to one that is stated. */
export interface ComputedValue {
  entity: EntityId;
  path: string;
  operation: string;
  operands: string[];
  /** Canonical decimal. */
  computed: string;
  unit: string | undefined;
}

/** Words of the cube in each language: name of the dataset. */
export type CubeWords = Record<string, string>;

const dimensions = ['observedEntity', 'observedProperty', 'observedPeriod', 'observationNumber'] as const;
/** Where sources are silent about the time. Never a period that a text does not give. */
const undated = 'undated';

/**
 * Makes the measurements of a graph the observations of an RDF Data Cube (https://www.w3.org/TR/vocab-data-cube/). The
 * dimensions are what was observed, which property of it, when (or that no text says when) and the number of the value
 * among several; the measure is SDMX's obsValue, with the unit and the status as attributes. Values that follow from others
 * are observations of their own with status E, derived from those that they follow from; what is stated has status A.
 *
 * @param nodes all nodes of the graph; the result adds to some of them
 */
export function writeCube(
  nodes: Node[],
  publication: Publication,
  computed: ComputedValue[],
  words: CubeWords,
  { iris, vocabulary }: ValueContext,
): Node[] {
  const cube: Node = {
    '@id': `${iris.datasetSeries(publication.name)}#observations`,
    '@type': ['qb:DataSet'],
  };
  const byId = new Map(nodes.map((node) => [node['@id'], node]));
  const evidence = evidenceByObject(nodes);
  const measurements = nodes.filter((node) => node['schema:value'] !== undefined);
  const numbers = new Map<string, number>();
  const place = (node: Node, about: Json, property: Json, period: Json, status: 'A' | 'E'): void => {
    const key = JSON.stringify([about, property, period]);
    const number = (numbers.get(key) ?? 0) + 1;
    numbers.set(key, number);
    add(node, 'qb:dataSet', ref(cube['@id']));
    add(node, 'def:observedEntity', about);
    add(node, 'def:observedProperty', property);
    add(node, 'def:observedPeriod', period);
    add(node, 'def:observationNumber', literal(String(number), 'xsd:integer'));
    add(node, 'sdmx-a:obsStatus', ref(`sdmx-c:obsStatus-${status}`));
  };
  const stated = measurements.map((measurement) => {
    const node: Node = { '@id': measurement['@id'], '@type': ['qb:Observation'] };
    const subject = byId.get(idOf(measurement['schema:observationAbout']));
    // Of an entity that is an observation itself, the value is about what it observed.
    const about = first(subject?.['dct:subject'] ?? subject?.['http://purl.org/dc/terms/subject']);
    const indicator = first(
      subject?.['schema:measuredProperty'] ?? subject?.['http://schema.org/measuredProperty'],
    );
    const source =
      subject?.['prov:hadPrimarySource'] ?? subject?.['http://www.w3.org/ns/prov#hadPrimarySource'];
    const isOwn = about !== undefined && indicator !== undefined;
    const period =
      first(measurement['schema:observationDate'] ?? measurement['dct:temporal']) ?? ref(iris.term(undated));
    place(
      node,
      isOwn ? about : (first(measurement['schema:observationAbout']) as Json),
      isOwn ? indicator : (first(measurement['schema:measuredProperty']) as Json),
      period,
      'A',
    );
    add(node, 'sdmx-m:obsValue', first(measurement['schema:value']));
    add(
      node,
      'sdmx-a:unitMeasure',
      first(measurement['qudt:hasUnit']) ??
        first(measurement['schema:unitCode']) ??
        first(measurement['schema:currency']),
    );
    for (const target of evidence.get(node['@id']) ?? []) add(node, 'prov:wasQuotedFrom', target);
    // A record may give the source of an observation, and not of its value.
    if (isOwn && measurement['prov:hadPrimarySource'] === undefined)
      add(node, 'prov:hadPrimarySource', ...listOf(source ?? []));
    return node;
  });
  const follows = computed.map((value) => {
    const entity = publication.graph.entities.get(value.entity);
    const property = vocabulary.types.get(entity?.type ?? '')?.properties.get(value.path);
    const node: Node = {
      '@id': `${iris.statement(value.entity, value.path)}.computed`,
      '@type': ['qb:Observation', 'schema:Observation'],
    };
    const about = ref(iris.entity(value.entity));
    add(node, 'schema:observationAbout', about);
    add(node, 'schema:measuredProperty', ref(property?.iri ?? ''));
    const number = { value: value.computed, ...(value.unit === undefined ? {} : { unit: value.unit }) };
    addSayings(node, measured(number, vocabulary.units));
    place(node, about, ref(property?.iri ?? ''), ref(iris.term(undated)), 'E');
    add(node, 'sdmx-m:obsValue', first(node['schema:value']));
    add(node, 'sdmx-a:unitMeasure', first(node['qudt:hasUnit']) ?? first(node['schema:unitCode']));
    for (const operand of operandsOf(entity, value))
      add(node, 'prov:wasDerivedFrom', ref(iris.statement(value.entity, operand)));
    return node;
  });
  if (stated.length === 0) return [];
  add(cube, 'rdfs:label', ...taggedAll(words));
  return [cube, ...writeStructure(cube, iris.term('')), ...stated, ...follows];
}

/** Paths of the operands that are measurements, with those of every one of many. */
function operandsOf(entity: Entity | undefined, { operands }: ComputedValue): string[] {
  return operands.flatMap((path) =>
    listOf(entity?.properties[path] ?? []).map((_, index) => positioned(path, index)),
  );
}

/** https://www.w3.org/TR/vocab-data-cube/#dsd-dsd */
function writeStructure(cube: Node, terms: string): Node[] {
  const structure: Node = { '@id': `${cube['@id']}-structure`, '@type': ['qb:DataStructureDefinition'] };
  add(cube, 'qb:structure', ref(structure['@id']));
  const component = (name: string, kind: string, property: string): Node => {
    const node: Node = { '@id': `${structure['@id']}-${name}`, '@type': ['qb:ComponentSpecification'] };
    add(node, `qb:${kind}`, ref(property));
    add(structure, 'qb:component', ref(node['@id']));
    return node;
  };
  const own = dimensions.map((name, index) => {
    const node = component(name, 'dimension', `${terms}${name}`);
    add(node, 'qb:order', literal(String(index + 1), 'xsd:integer'));
    return node;
  });
  const attributes = ['unitMeasure', 'obsStatus'].map((name) => {
    const node = component(name, 'attribute', `sdmx-a:${name}`);
    add(node, 'qb:componentRequired', literal('true', 'xsd:boolean'));
    return node;
  });
  return [structure, ...own, component('obsValue', 'measure', 'sdmx-m:obsValue'), ...attributes];
}

/** The evidence of the statements that have a node as object. */
function evidenceByObject(nodes: Node[]): Map<string, Json[]> {
  const evidence = new Map<string, Json[]>();
  for (const node of nodes) {
    const quoted = node['prov:wasQuotedFrom'];
    const object = node['rdf:object'];
    if (quoted === undefined || object === undefined) continue;
    for (const id of listOf(object).map((each) => idOf([each])))
      evidence.set(id, [...(evidence.get(id) ?? []), ...listOf(quoted)]);
  }
  return evidence;
}

function first(values: Json | undefined): Json | undefined {
  return values === undefined ? undefined : listOf(values)[0];
}

function idOf(values: Json | undefined): string {
  const value = first(values);
  const id = typeof value === 'object' && value !== null && !Array.isArray(value) ? value['@id'] : undefined;
  return typeof id === 'string' ? id : '';
}
