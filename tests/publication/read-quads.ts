import type { Quad as RdfQuad } from '@rdfjs/types';
import jsonld, { type JsonLdDocument } from 'jsonld';
import { JsonLdParser } from 'jsonld-streaming-parser';
import rdfCanonize from 'rdf-canonize';

/** A statement of RDF; `value` is an IRI, the label of a blank node ("_:c14n0") or the words of a literal. */
export interface Quad {
  subject: string;
  predicate: string;
  object: { kind: 'node' | 'literal'; value: string; language?: string; datatype?: string };
}

const nquads = 'application/n-quads';
const xsdString = 'http://www.w3.org/2001/XMLSchema#string';
const langString = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';

/** Contexts are in the files: whoever wants to fetch one has found a fault. */
export function refuseToLoad(url: string): Promise<never> {
  return Promise.reject(new Error(`refused to load ${url}`));
}

/** Canonical N-Quads (https://www.w3.org/TR/rdf-canon/) by jsonld, which in safe mode refuses what it would drop. */
export async function readWithJsonld(text: string, load = refuseToLoad): Promise<string> {
  const options = { algorithm: 'RDFC-1.0', format: nquads, safe: true, documentLoader: load };
  return await jsonld.canonize(JSON.parse(text) as JsonLdDocument, options as object);
}

/** How many nodes the streaming parser is given at once: what it does grows with the square of a document's length. */
const nodesMax = 50;

/**
 * The same by https://github.com/rubensworks/jsonld-streaming-parser.js, with the number of quads before they are a set.
 * The nodes of a long @graph are read some at a time, each with the whole context.
 */
export async function readWithStreamingParser(text: string): Promise<{ canonical: string; count: number }> {
  const document = JSON.parse(text) as JsonLdGraph;
  const quads: RdfQuad[] = [];
  for (const part of splitGraph(document)) {
    const parser = new JsonLdParser({ documentLoader: { load: refuseToLoad } });
    parser.end(JSON.stringify(part));
    for await (const quad of parser as AsyncIterable<RdfQuad>) quads.push(quad);
  }
  const canonical = await rdfCanonize.canonize(quads, { algorithm: 'RDFC-1.0' });
  return { canonical, count: quads.length };
}

interface JsonLdGraph {
  '@context'?: unknown;
  '@graph'?: unknown[];
}

function splitGraph(document: JsonLdGraph): JsonLdGraph[] {
  const { '@graph': graph, ...rest } = document;
  if (graph === undefined) return [document];
  const starts = Array.from({ length: Math.ceil(graph.length / nodesMax) }, (_, index) => index * nodesMax);
  return starts.map((start) => ({ ...rest, '@graph': graph.slice(start, start + nodesMax) }));
}

const line =
  /^(<[^>]*>|_:\S+) <([^>]*)> (?:<([^>]*)>|(_:\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?) \.$/;

/** Reads canonical N-Quads of the default graph. */
export function parseQuads(text: string): Quad[] {
  return text
    .split('\n')
    .filter((each) => each !== '')
    .map((each) => {
      const [, subject = '', predicate = '', iri, blank, words, language, datatype] = line.exec(each) ?? [];
      if (predicate === '') throw new Error(`not a quad: ${each}`);
      const literal = {
        kind: 'literal' as const,
        value: JSON.parse(`"${words ?? ''}"`) as string,
        ...(language === undefined ? {} : { language }),
        datatype: language === undefined ? (datatype ?? xsdString) : langString,
      };
      const node = { kind: 'node' as const, value: iri ?? blank ?? '' };
      return {
        subject: subject.replace(/^<(.*)>$/, '$1'),
        predicate,
        object: words === undefined ? node : literal,
      };
    });
}
