import type { Quad } from '@rdfjs/types';
import { coreNamespace, createIris } from '../../graph/iri.ts';
import { createTurtleWriter } from '../../linked/rdf/create-turtle-writer.ts';
import { type GraphIndex, indexGraph } from '../../linked/rdf/index-graph.ts';
import { readPrefixes } from '../../linked/rdf/read-prefixes.ts';
import { takeLists } from '../../linked/rdf/take-lists.ts';
import type { Configuration, EntityId, JsonObject, Vocabulary } from '../../model.ts';
import type { BuildServices } from '../../project/build-services.ts';
import { serializeJson } from '../../values/serialize-json.ts';
import type { Drawn } from '../drawing.ts';
import { narrowContext } from './narrow-context.ts';

/** Properties by which a statement, a note or a measurement leads to what it is about. */
const about = new Set([
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#subject',
  'http://www.w3.org/ns/oa#hasTarget',
  'http://schema.org/observationAbout',
]);
const name = 'http://schema.org/name';
/** By these a record leads to what it is about. */
const subjectOfRecord = 'http://purl.org/dc/terms/subject';
const recordedProperty = `${coreNamespace}recordedProperty`;

/** What a publication says, as far as documents of entities are made of it. */
export interface Telling extends Pick<Drawn, 'quads' | 'compact'> {
  /** Of its entities. */
  ids: Iterable<EntityId>;
}

/** What the data says of one entity. */
export interface EntityDocument {
  entity: EntityId;
  turtle: string;
  jsonld: string;
}

/**
 * One Turtle and one JSON-LD document for each entity of a publication: what the data says of it and of its parts, the statements of the
 * texts about it with their evidence, the records that give the rest, the notes about these, and the names of all that it points to. Every one
 * is a part of the one graph. Sorted by id.
 */
export async function writeEntityDocuments(
  { ids, quads, compact }: Telling,
  { context }: Vocabulary,
  { base }: Configuration,
  { recall, digest }: Pick<BuildServices, 'recall' | 'digest'>,
): Promise<EntityDocument[]> {
  const iris = createIris(base);
  const { rest, lists } = takeLists(quads);
  const graph = indexGraph(rest);
  const nodes = new Map<string, JsonObject>();
  for (const node of (await compact())['@graph'] as JsonObject[]) nodes.set(String(node['@id']), node);
  const writeTurtle = createTurtleWriter(readPrefixes(context), lists);
  const basis = digest(JSON.stringify(context));
  return [...ids].sort().map((entity) => {
    const subjects = describe(iris.entity(entity), graph);
    const own = subjects.flatMap((subject) => graph.of(subject));
    const labels = labelsOf(own, subjects, graph);
    const value = [...membersOf(subjects, nodes), ...namesOf(labels, nodes)];
    // Both are made of the same triples: these are all that they say.
    const written = recall('documents of an entity', [basis, JSON.stringify(value)], () => ({
      turtle: writeTurtle(sortSubjects([...own, ...labels])),
      jsonld: serializeJson({ '@context': narrowContext(context, value), '@graph': value }),
    }));
    return { entity, ...written };
  });
}

/** The names of what some quads point to, but for their own subjects. */
function labelsOf(own: Quad[], subjects: string[], graph: GraphIndex): Quad[] {
  const named = [...new Set(own.map(({ object }) => object.value))]
    .filter((object) => !subjects.includes(object))
    .sort();
  return named.flatMap((object) => graph.of(object)).filter(({ predicate }) => predicate.value === name);
}

/** Subjects in order; what is said of each is sorted, as the whole graph is. */
function sortSubjects(quads: Quad[]): Quad[] {
  return quads.sort(({ subject: { value: a } }, { subject: { value: b } }) => (a < b ? -1 : a > b ? 1 : 0));
}

function membersOf(subjects: string[], nodes: ReadonlyMap<string, JsonObject>): JsonObject[] {
  return subjects.flatMap((subject): JsonObject[] => {
    const node = nodes.get(subject);
    return node ? [node] : [];
  });
}

function namesOf(labels: Quad[], nodes: ReadonlyMap<string, JsonObject>): JsonObject[] {
  return [...new Set(labels.map(({ subject }) => subject.value))].flatMap((subject): JsonObject[] => {
    const node = nodes.get(subject);
    return node?.name === undefined ? [] : [{ '@id': subject, name: node.name }];
  });
}

/** Addresses of all that is told of an entity, itself first. */
function describe(entity: string, graph: GraphIndex): string[] {
  const found = new Set(graph.withParts(entity));
  // A set grows while it is walked: what is said of a statement belongs here as well.
  for (const subject of found) {
    for (const { predicate, subject: teller } of graph.to(subject)) {
      const isRecord = predicate.value === subjectOfRecord && isRecordIn(graph, teller.value);
      if (!about.has(predicate.value) && !isRecord) continue;
      for (const part of graph.withParts(teller.value)) found.add(part);
    }
  }
  return [...found];
}

function isRecordIn(graph: GraphIndex, subject: string): boolean {
  return graph.of(subject).some(({ predicate }) => predicate.value === recordedProperty);
}
