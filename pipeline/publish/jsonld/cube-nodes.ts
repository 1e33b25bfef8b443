import type { Iris } from '../../graph/iri.ts';
import { add, literal, type Node, ref, taggedAll } from '../../linked/rdf/nodes.ts';
import { addSayings } from '../../linked/rdf/term-nodes.ts';
import type { Entity, EntityId, Json, Publication } from '../../model.ts';
import { addTo } from '../../values/add-to.ts';
import { measured } from '../../values/measured.ts';
import { listOf } from '../look-up.ts';
import { writeCubeStructure } from './cube-structure.ts';
import { ruleAddress } from './rules.ts';
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

/** Where sources are silent about the time. Never a period that a text does not give. */
const undated = 'undated';

/** Where one observation stands in the cube. */
interface CubePosition {
  about: Json;
  property: Json;
  period: Json;
  /** Stated (A) or computed from what is stated (E). */
  status: 'A' | 'E';
}

/** Gives an observation its dimensions and its status. */
type PlaceInCube = (node: Node, standing: CubePosition) => void;

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
  context: ValueContext,
): Node[] {
  const { iris } = context;
  const cube: Node = {
    '@id': `${iris.datasetSeries(publication.name)}#observations`,
    '@type': ['qb:DataSet'],
  };
  const place = createPlace(cube);
  const stated = writeStated(nodes, place, iris);
  if (stated.length === 0) return [];
  const follows = computed.map((value) => writeComputed(value, publication, place, context));
  add(cube, 'rdfs:label', ...taggedAll(words));
  return [cube, ...writeCubeStructure(cube, iris.core('')), ...stated, ...follows];
}

function createPlace(cube: Node): PlaceInCube {
  const numbers = new Map<string, number>();
  return (node, { about, property, period, status }) => {
    const key = JSON.stringify([about, property, period]);
    const number = (numbers.get(key) ?? 0) + 1;
    numbers.set(key, number);
    add(node, 'qb:dataSet', ref(cube['@id']));
    add(node, 'tinkuy:observedEntity', about);
    add(node, 'tinkuy:observedProperty', property);
    add(node, 'tinkuy:observedPeriod', period);
    add(node, 'tinkuy:observationNumber', literal(String(number), 'xsd:integer'));
    add(node, 'sdmx-a:obsStatus', ref(`sdmx-c:obsStatus-${status}`));
  };
}

/** One observation for each measurement that the texts or the records state. */
function writeStated(nodes: readonly Node[], place: PlaceInCube, iris: Iris): Node[] {
  const evidence = evidenceByObject(nodes);
  const measurements = nodes.filter(
    (node) => node['schema:value'] !== undefined && node['schema:observationAbout'] !== undefined,
  );
  return measurements.map((measurement) => {
    const node: Node = { '@id': measurement['@id'], '@type': ['qb:Observation'] };
    place(node, {
      about: first(measurement['schema:observationAbout']) as Json,
      property: first(measurement['schema:measuredProperty']) as Json,
      period:
        first(measurement['schema:observationDate'] ?? measurement['dct:temporal']) ??
        ref(iris.core(undated)),
      status: 'A',
    });
    addMeasure(node, measurement);
    for (const target of evidence.get(node['@id']) ?? []) add(node, 'prov:wasQuotedFrom', target);
    return node;
  });
}

/** The observation of a value that follows from others. */
function writeComputed(
  value: ComputedValue,
  { name, graph }: Publication,
  place: PlaceInCube,
  { iris, vocabulary }: ValueContext,
): Node {
  const entity = graph.entities.get(value.entity);
  const property = vocabulary.types.get(entity?.type ?? '')?.properties.get(value.path);
  const node: Node = {
    '@id': `${iris.statement(value.entity, value.path)}.computed`,
    '@type': ['qb:Observation', 'schema:Observation'],
  };
  const about = ref(iris.entity(value.entity));
  const observed = ref(property?.iri ?? '');
  add(node, 'schema:observationAbout', about);
  add(node, 'schema:measuredProperty', observed);
  const number = { value: value.computed, ...(value.unit === undefined ? {} : { unit: value.unit }) };
  addSayings(node, measured(number, vocabulary.units));
  place(node, { about, property: observed, period: ref(iris.core(undated)), status: 'E' });
  addMeasure(node, node);
  for (const operand of operandsOf(entity, value))
    add(node, 'prov:wasDerivedFrom', ref(iris.statement(value.entity, operand)));
  add(node, 'prov:wasInfluencedBy', ref(ruleAddress(iris.base, name, 'computation')));
  return node;
}

/** Number and unit of a measurement in the terms of SDMX. */
function addMeasure(node: Node, measurement: Node): void {
  add(node, 'sdmx-m:obsValue', first(measurement['schema:value']));
  const unit =
    first(measurement['qudt:hasUnit']) ??
    first(measurement['schema:unitCode']) ??
    first(measurement['schema:currency']);
  add(node, 'sdmx-a:unitMeasure', unit);
}

/** Paths of the operands that are measurements, with those of every one of many. */
function operandsOf(entity: Entity | undefined, { operands }: ComputedValue): string[] {
  return operands.flatMap((path) =>
    listOf(entity?.properties[path] ?? []).map((_, index) => positioned(path, index)),
  );
}

/** The evidence of the statements that have a node as object. */
function evidenceByObject(nodes: readonly Node[]): Map<string, Json[]> {
  const evidence = new Map<string, Json[]>();
  for (const node of nodes) {
    const quoted = node['prov:wasQuotedFrom'];
    const object = node['rdf:object'];
    if (quoted === undefined || object === undefined) continue;
    for (const id of listOf(object).map((each) => idOf([each]))) addTo(evidence, id, ...listOf(quoted));
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
