import type { Quad } from '@rdfjs/types';
import { sortQuads } from './sort-quads.ts';

/**
 * The triples that a page of HTML carries as RDFa 1.1 (https://www.w3.org/TR/html-rdfa/), sorted, without repetitions.
 *
 * @param address of the page, against which relative addresses are resolved
 */
export async function readRdfa(html: string, address: string): Promise<Quad[]> {
  const { RdfaParser } = await import('rdfa-streaming-parser');
  const parser = new RdfaParser({ baseIRI: address, contentType: 'text/html' });
  const quads: Quad[] = [];
  return new Promise((resolve, reject) => {
    parser.on('data', (quad: Quad) => quads.push(quad));
    parser.on('error', reject);
    parser.on('end', () => resolve(sortQuads(quads)));
    parser.end(html);
  });
}
