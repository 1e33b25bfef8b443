import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import { sortQuads } from './sort-quads.ts';

/** Reads N-Triples or N-Quads, sorted. Throws an Error where the text is neither (https://www.w3.org/TR/n-quads/). */
export function readNquads(text: string): Quad[] {
  return sortQuads(new Parser({ format: 'application/n-quads' }).parse(text));
}
