import { add, literal, type Node, ref } from '../../linked/rdf/nodes.ts';
import type { Language, LanguageMap, Passage, Publication } from '../../model.ts';
import type { EvidenceContext } from './values.ts';

/** What `#fragment` means in an address of a text. */
const fragmentSyntax = 'http://tools.ietf.org/rfc/rfc3236';

/** Where an edition says something: its words, and the annotation that they are the words of. */
export interface Quoted {
  /** Number of the segment. */
  segment: number;
  /** By language; '' for words that the pipeline wrote. */
  words: LanguageMap;
  /** By language: place among the segment's annotations. */
  orders: Record<Language, number>;
}

/** The targets, one for each edition that says it, and all nodes that these need, themselves included. */
export interface Evidence {
  targets: Node[];
  nodes: Node[];
}

/**
 * Where the editions say something: for each language a target of the Web Annotation model, whose selector is the
 * paragraph, refined by two that select the same words within it: their position, in code points, and the quotation with
 * what stands around it. What stands in other paragraphs has no part in it. Selectors have addresses, so that stores and
 * diffs can name them.
 * https://www.w3.org/TR/annotation-model/#refinement-of-selection
 *
 * @param of IRI of what is said; the targets are its parts.
 */
export function writeEvidence(
  of: string,
  quoted: Quoted,
  publication: Publication,
  context: EvidenceContext,
): Evidence {
  const { iris, texts, blocks, apart } = context;
  const { segment, words, orders } = quoted;
  const fragment = blocks.get(segment);
  const targets: Node[] = [];
  const selectors: Node[] = [];
  for (const { language } of publication.editions) {
    const order = Object.hasOwn(orders, language) ? orders[language] : undefined;
    if (order === undefined) continue;
    const passage = texts.get(language)?.annotation(segment, order);
    const iri = `${of}#${language}`;
    const stub: Node = { '@id': iri, '@type': ['oa:SpecificResource'] };
    const target: Node = { ...stub };
    const quote = writeQuote(`${iri}-quote`, passage, words[language]);
    const place = passage && writePosition(`${iri}-position`, passage);
    const block: Node = { '@id': `${iri}-fragment`, '@type': ['oa:FragmentSelector'] };
    add(block, 'rdf:value', literal(fragment ?? ''));
    add(block, 'dct:conformsTo', ref(fragmentSyntax));
    add(block, 'oa:refinedBy', place && ref(place['@id']), quote && ref(quote['@id']));
    add(target, 'oa:hasSource', ref(iris.edition(publication.name, language)));
    add(target, 'oa:hasSelector', ref(block['@id']));
    const own = [block, ...(place ? [place] : []), ...(quote ? [quote] : [])];
    if (apart) {
      apart.add(language, segment, fragment ?? '', [target, ...own]);
      targets.push(stub);
    } else {
      targets.push(target);
      selectors.push(...own);
    }
  }
  return { targets, nodes: [...targets, ...selectors] };
}

/** https://www.w3.org/TR/annotation-model/#text-quote-selector */
function writeQuote(iri: string, passage: Passage | undefined, words: string | undefined): Node | undefined {
  const exact = passage?.exact ?? words;
  if (!exact) return undefined;
  const node: Node = { '@id': iri, '@type': ['oa:TextQuoteSelector'] };
  add(node, 'oa:exact', literal(exact));
  if (passage) {
    add(node, 'oa:prefix', literal(passage.prefix));
    add(node, 'oa:suffix', literal(passage.suffix));
  }
  return node;
}

/** https://www.w3.org/TR/annotation-model/#text-position-selector */
function writePosition(iri: string, { start, end }: Passage): Node {
  const node: Node = { '@id': iri, '@type': ['oa:TextPositionSelector'] };
  add(node, 'oa:start', literal(String(start), 'xsd:nonNegativeInteger'));
  add(node, 'oa:end', literal(String(end), 'xsd:nonNegativeInteger'));
  return node;
}
