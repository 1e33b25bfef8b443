import { add, literal, type Node, ref } from '../../linked/rdf/nodes.ts';
import type { EntityId, Mention, Publication } from '../../model.ts';
import { type Quoted, writeEvidence } from './evidence.ts';
import type { EvidenceContext, ValueContext } from './values.ts';

/** A place of the text that cites a work. */
export interface ListedCitation {
  iri: string;
  /** In the source text. */
  mention: Mention;
  /** Undefined where no edition quotes it. */
  quoted: Quoted | undefined;
}

/** One cito:Citation for each place of the text that cites a work, with its locator and its words in each edition. */
export function writeCitations(publication: Publication, context: EvidenceContext): Node[] {
  const { iris } = context;
  return listCitations(publication, context).flatMap(({ iri, mention, quoted }) => {
    const node: Node = { '@id': iri, '@type': ['cito:Citation'] };
    add(node, 'cito:hasCitingEntity', ref(iris.publication(publication.name)));
    add(node, 'cito:hasCitedEntity', ref(iris.entity(mention.entity)));
    if (mention.locator) add(node, iris.core('locator'), literal(mention.locator));
    const evidence = quoted ? writeEvidence(iri, quoted, publication, context) : { targets: [], nodes: [] };
    for (const target of evidence.targets) add(node, 'prov:wasQuotedFrom', ref(target['@id']));
    return [node, ...evidence.nodes];
  });
}

/**
 * The citations in the order of the text.
 * Address: <base>citation/<publication>/<slug of the work>, and a number from the second on.
 */
export function listCitations(publication: Publication, context: ValueContext): ListedCitation[] {
  const source = publication.editions.find(({ isSource }) => isSource)?.language;
  const counts = new Map<EntityId, number>();
  const words = wordsByPlace(publication, context);
  return citationsOf(publication, source, context).map(({ mention, place }) => {
    const count = (counts.get(mention.entity) ?? 0) + 1;
    counts.set(mention.entity, count);
    const slug = mention.entity.slice(mention.entity.indexOf(':') + 1);
    const base = `${context.iris.base}citation/${encodeURIComponent(publication.name)}/${slug}`;
    return { iri: count === 1 ? base : `${base}/${count}`, mention, quoted: words.get(place) };
  });
}

/** Ids of the works that the text cites, sorted. */
export function citedWorks(publication: Publication, context: ValueContext): EntityId[] {
  const source = publication.editions.find(({ isSource }) => isSource)?.language;
  return [...new Set(citationsOf(publication, source, context).map(({ mention }) => mention.entity))].sort();
}

/** Mentions of works in one edition, with a key of their place that is the same in all editions. */
function citationsOf(
  publication: Publication,
  language: string | undefined,
  { vocabulary }: ValueContext,
): { mention: Mention; place: string }[] {
  const mentions =
    publication.extractions.find((extraction) => extraction.language === language)?.mentions ?? [];
  const counts = new Map<string, number>();
  return mentions.flatMap((mention) => {
    const type = vocabulary.types.get(mention.entity.slice(0, mention.entity.indexOf(':')));
    if (type?.role !== 'bibliography') return [];
    const key = `${mention.segment} ${mention.entity}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return [{ mention, place: `${key} ${count}` }];
  });
}

function wordsByPlace(publication: Publication, context: ValueContext): Map<string, Quoted> {
  const quoted = new Map<string, Quoted>();
  for (const { language } of publication.extractions) {
    for (const { mention, place } of citationsOf(publication, language, context)) {
      const { words, orders } = quoted.get(place) ?? { words: {}, orders: {} };
      quoted.set(place, {
        segment: mention.segment,
        words: { ...words, [language]: mention.words },
        orders: { ...orders, [language]: mention.order },
      });
    }
  }
  return quoted;
}
