import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';

/** Why what a store gave is no graph that can be read. */
export interface Unreadable {
  /** Another media type than those that are read, or a mistake in the text. */
  problem: 'type' | 'syntax';
  /** What was found: the beginning of the text, or what is wrong and where. */
  found: string;
}

/** Media types that the parser of Turtle reads; N-Triples were text/plain once, and some stores name no type. */
const turtles = new Set([
  '',
  'application/n-triples',
  'application/octet-stream',
  'application/turtle',
  'application/x-turtle',
  'text/n3',
  'text/plain',
  'text/turtle',
]);
/** Media types of graphs that are not read, and can be put back where they were. */
const others = new Set([
  'application/ld+json',
  'application/n-quads',
  'application/rdf+xml',
  'application/trig',
  'text/x-nquads',
]);

/** The triples of a graph that a store gave. */
export function readStored(text: string, mediaType: string): Quad[] | Unreadable {
  if (!turtles.has(mediaType)) return { problem: 'type', found: text };
  try {
    return new Parser().parse(text);
  } catch (error) {
    return { problem: 'syntax', found: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Why a graph could not be put back as a store gave it: it is none, or broke off; undefined where it can be. An empty text
 * is an empty graph, whatever its type.
 */
export function findUnrestorable(text: string, mediaType: string): Unreadable | undefined {
  if (text.trim() === '' || others.has(mediaType)) return undefined;
  const read = readStored(text, mediaType);
  return 'problem' in read ? read : undefined;
}
