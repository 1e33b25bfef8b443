import type { Quad } from '@rdfjs/types';
import { createIris } from '../../graph/iri.ts';
import { type GraphIndex, indexGraph } from '../../linked/rdf/index-graph.ts';
import { readPrefixes } from '../../linked/rdf/read-prefixes.ts';
import { writeTurtle } from '../../linked/rdf/write-turtle.ts';
import type { Configuration, JsonObject, OutputFile, Publication, Vocabulary } from '../../model.ts';
import { serializeJson } from '../../values/serialize-json.ts';
import { entityPath, jsonldType, turtleType } from '../files.ts';
import { narrowContext } from './narrow-context.ts';

/** Properties by which a statement, a note or a measurement leads to what it is about. */
const about = new Set([
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#subject',
  'http://www.w3.org/ns/oa#hasTarget',
  'http://schema.org/observationAbout',
]);
const name = 'http://schema.org/name';

/**
 * One Turtle and one JSON-LD document for each entity: what the data says of it and of its parts, the statements of the
 * texts about it with their evidence, the notes about these, and the names of all that it points to. Each is a part
 * of the one graph, and every entity has its own.
 *
 * @param compacted the JSON-LD of the whole graph
 */
export function writeEntityDocuments(
  publication: Publication,
  quads: Quad[],
  compacted: JsonObject,
  { context }: Vocabulary,
  { base }: Configuration,
): OutputFile[] {
  const iris = createIris(base);
  const graph = indexGraph(quads);
  const nodes = new Map<string, JsonObject>();
  for (const node of compacted['@graph'] as JsonObject[]) nodes.set(String(node['@id']), node);
  const prefixes = readPrefixes(context);
  return [...publication.graph.entities.values()].flatMap(({ id }): OutputFile[] => {
    const subjects = describe(iris.entity(id), graph);
    const own = subjects.flatMap((subject) => graph.of(subject));
    const named = [...new Set(own.map(({ object }) => object.value))]
      .filter((object) => !subjects.includes(object))
      .sort();
    const labels = named
      .flatMap((object) => graph.of(object))
      .filter(({ predicate }) => predicate.value === name);
    const members = subjects.flatMap((subject): JsonObject[] => {
      const node = nodes.get(subject);
      return node ? [node] : [];
    });
    const labelled = [...new Set(labels.map(({ subject }) => subject.value))].flatMap(
      (subject): JsonObject[] => {
        const node = nodes.get(subject);
        return node?.name === undefined ? [] : [{ '@id': subject, name: node.name }];
      },
    );
    const value = [...members, ...labelled];
    return [
      {
        path: entityPath(id, 'ttl'),
        text: writeTurtle([...own, ...graph.lists(own), ...labels], prefixes),
        mediaType: turtleType,
        language: undefined,
      },
      {
        path: entityPath(id, 'jsonld'),
        text: serializeJson({ '@context': narrowContext(context, value), '@graph': value }),
        mediaType: jsonldType,
        language: undefined,
      },
    ];
  });
}

/** Addresses of all that is told of an entity, itself first. */
function describe(entity: string, graph: GraphIndex): string[] {
  const found = new Set(graph.withParts(entity));
  // A set grows while it is walked: what is said of a statement belongs here as well.
  for (const subject of found) {
    for (const { predicate, subject: teller } of graph.to(subject)) {
      if (!about.has(predicate.value)) continue;
      for (const part of graph.withParts(teller.value)) found.add(part);
    }
  }
  return [...found];
}
