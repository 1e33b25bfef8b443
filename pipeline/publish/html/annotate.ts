import type { ElementContent } from 'hast';
import type { Triple } from '../jsonld/statement-triples.ts';

const string = 'http://www.w3.org/2001/XMLSchema#string';

/**
 * Puts words into the elements of RDFa 1.1 that say a set of triples, one for each
 * (https://www.w3.org/TR/rdfa-core/). A value has its canonical form in `content`: the words are for people. The tags are
 * raw, for hast takes `datatype` for a `data-` attribute.
 *
 * @param expand a full IRI of a compact one
 */
export function annotate(
  words: ElementContent[],
  triples: readonly Triple[],
  expand: (iri: string) => string,
): ElementContent[] {
  const tags = triples.map(({ subject, predicate, object }) => {
    const attributes = [['about', subject], ['property', expand(predicate)], ...describe(object, expand)];
    return attributes.map(([name, value = '']) => ` ${name}="${escapeAttribute(value)}"`).join('');
  });
  return [
    ...tags.map((attributes) => raw(`<span${attributes}>`)),
    ...words,
    ...tags.map(() => raw('</span>')),
  ];
}

/** A literal always has a language or a type, or it would take the language of the text around it. */
function describe(object: Triple['object'], expand: (iri: string) => string): [string, string][] {
  if (typeof object['@id'] === 'string') return [['resource', expand(object['@id'])]];
  const content: [string, string] = ['content', String(object['@value'])];
  if (typeof object['@language'] === 'string') return [content, ['lang', object['@language']]];
  return [content, ['datatype', typeof object['@type'] === 'string' ? expand(object['@type']) : string]];
}

function raw(value: string): ElementContent {
  return { type: 'raw', value };
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
