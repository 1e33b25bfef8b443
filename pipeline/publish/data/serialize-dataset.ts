import type { Quad } from '@rdfjs/types';
import { canonicalize } from '../../linked/rdf/canonicalize.ts';
import { compactNodes } from '../../linked/rdf/compact-nodes.ts';
import { readPrefixes } from '../../linked/rdf/read-prefixes.ts';
import { writeTurtle } from '../../linked/rdf/write-turtle.ts';
import type { JsonObject, OutputFile, Publication, Vocabulary } from '../../model.ts';
import { serializeJson } from '../../values/serialize-json.ts';
import { contextPath, dataPath, datasetPath, jsonldType, ntriplesType, turtleType } from '../files.ts';
import { narrowContext } from './narrow-context.ts';

/** The linked data of a publication in every form: one graph. */
export interface SerializedDataset {
  /** JSON-LD with its context embedded, so that no reader has to fetch one; Turtle; canonical N-Triples. */
  files: OutputFile[];
  /** The JSON-LD as a value. */
  compacted: JsonObject;
  /** Canonical N-Triples. */
  canonical: string;
  /** SHA-256 of the canonical N-Triples (RDFC-1.0, https://www.w3.org/TR/rdf-canon/): equal graphs have equal ones. */
  canonicalSha256: string;
}

/**
 * @param nodes what the quads were made of
 * @param digest SHA-256 of the UTF-8 bytes of a text, in hexadecimal
 */
export async function serializeDataset(
  publication: Publication,
  nodes: object[],
  quads: Quad[],
  { context }: Vocabulary,
  digest: (text: string) => string,
): Promise<SerializedDataset> {
  const compacted = await compactNodes(nodes, context);
  const canonical = await canonicalize(quads);
  const file = (extension: string, text: string, mediaType: string): OutputFile => ({
    path: dataPath(publication, extension),
    text,
    mediaType,
    language: undefined,
  });
  return {
    files: [
      file('jsonld', serializeJson(compacted), jsonldType),
      file('ttl', writeTurtle(quads, readPrefixes(context)), turtleType),
      file('nt', canonical, ntriplesType),
    ],
    compacted,
    canonical,
    canonicalSha256: digest(canonical),
  };
}

/** The context that the data of all publications share, as a document of its own. */
export function writeDataContext({ context }: Vocabulary): OutputFile {
  return {
    path: contextPath,
    text: serializeJson({ '@context': context }),
    mediaType: jsonldType,
    language: undefined,
  };
}

/** A graph that the data of all publications shares: the shapes that it fits, the vocabulary that it is in. */
export function writeSharedFile(path: string, quads: Quad[], { context }: Vocabulary): OutputFile {
  return {
    path,
    text: writeTurtle(quads, readPrefixes(context)),
    mediaType: turtleType,
    language: undefined,
  };
}

/** The description of a dataset as Turtle and JSON-LD. */
export async function writeDescription(
  publication: Publication,
  nodes: object[],
  quads: Quad[],
  { context }: Vocabulary,
): Promise<OutputFile[]> {
  const prefixes = readPrefixes(context);
  const compacted = await compactNodes(nodes, context);
  const value = { ...compacted, '@context': narrowContext(context, compacted['@graph'] as JsonObject[]) };
  return [
    {
      path: datasetPath(publication, 'ttl'),
      text: writeTurtle(quads, prefixes),
      mediaType: turtleType,
      language: undefined,
    },
    {
      path: datasetPath(publication, 'jsonld'),
      text: serializeJson(value),
      mediaType: jsonldType,
      language: undefined,
    },
  ];
}
