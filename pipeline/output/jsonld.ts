import type { JsonLdDocument } from 'jsonld';
import { createIris } from '../graph/iri.ts';
import type { Configuration, JsonObject, OutputFile, Publication, Vocabulary } from '../model.ts';
import { contextPath, dataPath, jsonldType } from './files.ts';
import { writeFlatJsonld } from './flat-jsonld.ts';
import { writeCitations } from './jsonld/citation-nodes.ts';
import { writeEntity } from './jsonld/entity-nodes.ts';
import { mergeNodes } from './jsonld/merge-nodes.ts';
import type { Node } from './jsonld/nodes.ts';
import { writeNotes } from './jsonld/note-nodes.ts';
import { writePublication } from './jsonld/publication-nodes.ts';
import { serialize } from './jsonld/serialize.ts';
import { writeStatements } from './jsonld/statement-nodes.ts';
import type { ValueContext } from './jsonld/values.ts';

/**
 * Writes the linked data of a publication: one graph with all that there is (data/<name>.jsonld), the context that it
 * uses (data/context.jsonld), and one schema.org description for each edition (<language>/<name>.jsonld).
 * The graph carries its context, so that no reader has to fetch one.
 */
export async function writeJsonld(
  publication: Publication,
  vocabulary: Vocabulary,
  configuration: Configuration,
): Promise<OutputFile[]> {
  const context: ValueContext = { iris: createIris(configuration.base), vocabulary };
  const nodes = writeGraph(publication, context);
  const compacted = await compact(nodes, vocabulary.context);
  return [
    file(contextPath, { '@context': vocabulary.context }),
    file(dataPath(publication), { ...compacted, '@context': vocabulary.context }),
    ...publication.editions.map((edition) =>
      writeFlatJsonld(publication, edition, vocabulary, configuration),
    ),
  ];
}

function file(path: string, value: JsonObject): OutputFile {
  return { path, text: serialize(value), mediaType: jsonldType, language: undefined };
}

function writeGraph(publication: Publication, context: ValueContext): Node[] {
  const statements = writeStatements(publication, context);
  return mergeNodes([
    ...writePublication(publication, context),
    ...[...publication.graph.entities.values()].flatMap((entity) => writeEntity(entity, context)),
    ...statements.nodes,
    ...writeCitations(publication, context),
    ...writeNotes(publication, statements.byTarget, context),
  ]);
}

/**
 * Compacts with jsonld in safe mode, in which what would be dropped is an error instead
 * (https://github.com/digitalbazaar/jsonld.js#safe-mode). An error here is a bug of ours.
 */
async function compact(nodes: Node[], context: JsonObject): Promise<JsonObject> {
  const { default: jsonld } = await import('jsonld');
  const options = { safe: true, graph: true, documentLoader: refuseToFetch };
  const document = { '@context': context, '@graph': nodes } as unknown as JsonLdDocument;
  return (await jsonld.compact(
    document,
    context as Parameters<typeof jsonld.compact>[1],
    options,
  )) as JsonObject;
}

/** No context is ever fetched: neither builds nor their results may depend on the network. */
export function refuseToFetch(url: string): Promise<never> {
  return Promise.reject(new Error(`${url} would have to be fetched, and nothing is`));
}
