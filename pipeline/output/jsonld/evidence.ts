import type { Iris } from '../../graph/iri.ts';
import type { Json, LanguageMap, Publication } from '../../model.ts';
import { add, literal, type Node, ref } from './nodes.ts';

/** What `#section` means in an address of a text. */
const fragmentSyntax = 'http://tools.ietf.org/rfc/rfc3236';

/**
 * Where the editions say something: for each language a target of the Web Annotation model, with the section and the
 * words. https://www.w3.org/TR/annotation-model/#selectors
 *
 * @param of IRI of what is said; the targets are its parts.
 * @param words by language; '' for words that the pipeline wrote.
 */
export function writeEvidence(
  of: string,
  words: LanguageMap,
  segment: number,
  publication: Publication,
  iris: Iris,
): Node[] {
  const section = publication.segments[segment]?.section ?? '';
  return publication.editions.flatMap(({ language }) => {
    const exact = Object.hasOwn(words, language) ? words[language] : undefined;
    if (exact === undefined) return [];
    const target: Node = { '@id': `${of}#${language}`, '@type': ['oa:SpecificResource'] };
    add(target, 'oa:hasSource', ref(iris.edition(publication.name, language)));
    const quote: Json | undefined =
      exact === '' ? undefined : { '@type': ['oa:TextQuoteSelector'], 'oa:exact': [literal(exact)] };
    const selector: Json | undefined =
      section === ''
        ? quote
        : {
            '@type': ['oa:FragmentSelector'],
            'rdf:value': [literal(section)],
            'dct:conformsTo': [ref(fragmentSyntax)],
            ...(quote === undefined ? {} : { 'oa:refinedBy': [quote] }),
          };
    add(target, 'oa:hasSelector', selector);
    return [target];
  });
}
