import type { Quad } from '@rdfjs/types';
import type { JsonLdDocument } from 'jsonld';
import { Parser } from 'n3';
import type { SourceFile } from '../../model.ts';
import { refuseToFetch } from './expand-with-jsonld.ts';
import { readNquads } from './read-nquads.ts';

/** The quads of a file of N-Triples, Turtle or JSON-LD, by the ending of its name; or why it is none. */
export async function parseGraph({
  path,
  text,
}: SourceFile): Promise<{ quads: Quad[] } | { reason: string }> {
  try {
    return { quads: path.endsWith('.jsonld') ? await parseJsonld(text) : new Parser().parse(text) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

async function parseJsonld(text: string): Promise<Quad[]> {
  const { default: jsonld } = await import('jsonld');
  const document = JSON.parse(text) as JsonLdDocument;
  const options = { format: 'application/n-quads', documentLoader: refuseToFetch } as const;
  return readNquads((await jsonld.toRDF(document, options)) as unknown as string);
}
