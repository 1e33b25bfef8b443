import type { Quad } from '@rdfjs/types';
import { sortQuads } from './sort-quads.ts';

/** Of an element that is being read: the properties that its text is a value of, and the text so far. */
interface OpenElement {
  predicates?: unknown;
  textWithTags?: unknown;
  textWithoutTags?: unknown;
}

/**
 * The triples that a page of HTML carries as RDFa 1.1 (https://www.w3.org/TR/html-rdfa/), sorted, without repetitions.
 *
 * @param address of the page, against which relative addresses are resolved
 */
export async function readRdfa(html: string, address: string): Promise<Quad[]> {
  const { RdfaParser } = await import('rdfa-streaming-parser');
  /**
   * Lets go of text that is nobody's value. The library hands the text of each element on to the one around it by a copy of all
   * that this has so far, which takes the square of the length of a long list.
   */
  class FrugalParser extends RdfaParser {
    override onTagClose(): void {
      super.onTagClose();
      // Its types keep the stack to the library itself; package.json has its exact version.
      const { activeTagStack: open } = this as unknown as { activeTagStack: OpenElement[] };
      const last = open.at(-1);
      if (!last || open.some(({ predicates }) => predicates)) return;
      delete last.textWithTags;
      delete last.textWithoutTags;
    }
  }
  const parser = new FrugalParser({ baseIRI: address, contentType: 'text/html' });
  const quads: Quad[] = [];
  return new Promise((resolve, reject) => {
    parser.on('data', (quad: Quad) => quads.push(quad));
    parser.on('error', reject);
    parser.on('end', () => resolve(sortQuads(quads)));
    parser.end(html);
  });
}
