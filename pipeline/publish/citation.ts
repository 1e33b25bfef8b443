import type { Iris } from '../graph/iri.ts';
import type { JsonObject, Publication } from '../model.ts';
import { citationItem } from './citation-item.ts';
import type { ComposedEdition } from './markdown.ts';

/** How to cite each edition, as items of CSL-JSON. */
export function listCitationItems(
  publication: Publication,
  composed: readonly ComposedEdition[],
  iris: Iris,
): JsonObject[] {
  const source = composed.find(({ edition }) => edition.isSource);
  return composed.map(({ edition, metadata }) =>
    citationItem({ ...publication, ...edition, metadata, original: source?.metadata }, iris),
  );
}

/**
 * The values of `<meta name="citation_*">` of an edition, as https://scholar.google.com/intl/en/scholar/inclusion.html asks.
 *
 * @param address of the page
 */
export function citationValues(
  { edition, metadata }: ComposedEdition,
  address: string,
): { name: string; content: string }[] {
  const { language } = edition;
  const values: [string, string | undefined][] = [
    ['citation_title', metadata.title],
    ...metadata.authors.map((author): [string, string] => ['citation_author', author.name]),
    ['citation_publication_date', metadata.date?.replaceAll('-', '/')],
    ['citation_language', language],
    ['citation_publisher', metadata.publisher],
    ['citation_doi', edition.isSource ? metadata.doi : undefined],
    ['citation_abstract_html_url', address],
    ['citation_fulltext_html_url', address],
    ...metadata.keywords.map((keyword): [string, string] => ['citation_keywords', keyword]),
  ];
  return values.flatMap(([key, content]) => (content === undefined ? [] : [{ name: key, content }]));
}
