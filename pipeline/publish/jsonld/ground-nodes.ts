import { recordSourceProperty } from '../../graph/record-source-property.ts';
import { expandIri } from '../../linked/rdf/expand-iri.ts';
import { add, literal, type Node, ref, taggedAll } from '../../linked/rdf/nodes.ts';
import { readPrefixes } from '../../linked/rdf/read-prefixes.ts';
import type { Entity, EntityId, Json, Publication } from '../../model.ts';
import { isObject } from '../../values/json-value.ts';
import { listOf } from '../look-up.ts';
import { recordFiles } from '../record-files.ts';
import { sourceAddress } from '../source-address.ts';
import { type RuleName, type RuleWords, ruleAddress, ruleNames, rulesByProperty } from './rules.ts';
import type { Triple } from './statement-triples.ts';
import type { ValueContext } from './values.ts';

/** What writing grounds needs besides. */
export interface GroundContext extends ValueContext {
  /** What the rules do. */
  rules: RuleWords;
}

/** How a thing came about is no assertion about it. */
const grounds = new Set(['prov:wasQuotedFrom', 'prov:wasDerivedFrom', 'prov:wasInfluencedBy']);

/**
 * What assertions on entities and their parts rest on, where no sentence states them: of each thing the record that gives some of
 * its properties, with the file that has it and the source that it names; and the rules by which the program gives others. A
 * property has its ground as a whole: what a statement says apart (rdf:subject, rdf:predicate, rdf:object), its values are from
 * the record.
 * https://www.w3.org/TR/prov-o/#description-starting-point-terms
 *
 * @param nodes all nodes of the graph
 * @param stated what the statements say
 */
export function writeGrounds(
  nodes: readonly Node[],
  stated: readonly Triple[],
  publication: Publication,
  context: GroundContext,
): Node[] {
  const prefixes = readPrefixes(context.vocabulary.context);
  const expand = (iri: string): string => expandIri(iri, prefixes) ?? iri;
  const isStated = createLookUp(stated, expand);
  const ruleOf = new Map([...rulesByProperty].map(([property, rule]) => [expand(property), rule]));
  const owners = new Map(
    [...publication.graph.entities.values()].map((entity) => [context.iris.entity(entity.id), entity]),
  );
  const records: Node[] = [];
  const inferred = new Map<RuleName, Set<string>>();
  for (const node of nodes) {
    const [whole = '', part] = node['@id'].split('#');
    const entity = owners.get(whole);
    if (!entity) continue;
    const recorded: string[] = [];
    const isMade = node['prov:wasInfluencedBy'] !== undefined;
    for (const [key, objects] of membersOf(node)) {
      const property = expand(key);
      if (listOf(objects).every((object) => isStated(node['@id'], property, object))) continue;
      const rule =
        part === undefined && hasProperty(entity, property, context) ? undefined : ruleOf.get(property);
      if (rule) inferred.set(rule, (inferred.get(rule) ?? new Set()).add(property));
      else if (!isMade) recorded.push(property);
    }
    if (recorded.length > 0) records.push(writeRecord(node['@id'], recorded, entity, publication, context));
  }
  return [
    ...records,
    ...writeFiles(records, publication, context),
    ...writeRules(nodes, inferred, publication, context),
  ];
}

/** Properties with their values; the class is one. */
function membersOf(node: Node): [string, Json][] {
  return Object.entries(node).flatMap(([key, value]): [string, Json][] => {
    if (key === '@id' || value === undefined || grounds.has(key)) return [];
    return [[key === '@type' ? 'rdf:type' : key, value]];
  });
}

function createLookUp(
  triples: readonly Triple[],
  expand: (iri: string) => string,
): (subject: string, property: string, object: Json) => boolean {
  const keyOf = (...parts: Json[]): string => JSON.stringify(parts);
  const known = new Set(
    triples.map(({ subject, predicate, object }) => keyOf(subject, expand(predicate), object)),
  );
  return (subject, property, object) => known.has(keyOf(subject, property, object));
}

/** Whether a property of the entity's own has an address that a rule may also give. */
function hasProperty({ type, properties }: Entity, iri: string, { vocabulary }: ValueContext): boolean {
  return [...(vocabulary.types.get(type)?.properties.values() ?? [])].some(
    (property) => property.iri === iri && Object.hasOwn(properties, property.name),
  );
}

/** Address: <base>record/<publication>/<type>/<slug>, and of a part of the entity its name as a fragment. */
function writeRecord(
  about: string,
  properties: readonly string[],
  entity: Entity,
  publication: Publication,
  { iris }: GroundContext,
): Node {
  const own = about.slice(iris.entities.length);
  const node: Node = {
    '@id': `${iris.base}record/${encodeURIComponent(publication.name)}/${own}`,
    '@type': ['prov:Entity'],
  };
  add(node, 'dct:subject', ref(about));
  add(node, 'tinkuy:recordedProperty', ...properties.map(ref));
  for (const path of recordFiles(entity))
    add(node, 'prov:wasDerivedFrom', ref(sourceAddress(iris.datasetSeries(publication.name), path)));
  if (!about.startsWith(iris.statement(entity.id, recordSourceProperty)))
    for (const source of sourcesOf(entity, iris.entity)) add(node, 'prov:hadPrimarySource', ref(source));
  return node;
}

/** Works and addresses that the record names as what it is taken from. */
function sourcesOf({ properties }: Entity, address: (id: EntityId) => string): string[] {
  return listOf(properties[recordSourceProperty] ?? []).flatMap((source) => {
    if (!isObject(source)) return [];
    const { work, address: at } = source;
    return [typeof work === 'string' ? address(work) : undefined, at].filter(
      (each) => typeof each === 'string',
    );
  });
}

/** Files without regard to the version: of each version the description of the dataset has the digests, by the same paths. */
function writeFiles(records: readonly Node[], { name, graph }: Publication, { iris }: GroundContext): Node[] {
  const named = new Set(
    records.flatMap((node) => listOf(node['prov:wasDerivedFrom'] ?? []).map((each) => JSON.stringify(each))),
  );
  const paths = new Set([...graph.entities.values()].flatMap(recordFiles));
  return [...paths].flatMap((path): Node[] => {
    const node: Node = { '@id': sourceAddress(iris.datasetSeries(name), path), '@type': ['prov:Entity'] };
    add(node, 'dct:title', literal(path));
    return named.has(JSON.stringify(ref(node['@id']))) ? [node] : [];
  });
}

/** The rules that gave something; what has one as its influence is made by it as a whole. */
function writeRules(
  nodes: readonly Node[],
  inferred: ReadonlyMap<RuleName, ReadonlySet<string>>,
  { name }: Publication,
  { iris, rules }: GroundContext,
): Node[] {
  const used = new Set(
    nodes.flatMap((node) => listOf(node['prov:wasInfluencedBy'] ?? []).map((each) => JSON.stringify(each))),
  );
  return ruleNames.flatMap((rule): Node[] => {
    const node: Node = { '@id': ruleAddress(iris.base, name, rule), '@type': ['prov:Plan'] };
    const properties = [...(inferred.get(rule) ?? [])].sort();
    if (properties.length === 0 && !used.has(JSON.stringify(ref(node['@id'])))) return [];
    add(node, 'rdfs:label', ...taggedAll(rules[rule]));
    add(node, 'tinkuy:inferredProperty', ...properties.map(ref));
    return [node];
  });
}
