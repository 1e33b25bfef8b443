import type { Iris } from '../graph/iri.ts';
import type { Json, JsonObject, Publication } from '../model.ts';
import type { ComposedEdition } from './markdown.ts';
import type { Metadata } from './metadata.ts';
import { editionPath } from './outputs/markdown-edition.ts';

/** How to cite each edition, as items of CSL-JSON. */
export function listCitationItems(
  publication: Publication,
  composed: readonly ComposedEdition[],
  iris: Iris,
): JsonObject[] {
  const source = composed.find(({ edition }) => edition.isSource);
  return composed.map((own) => describeEdition(publication, own, source, iris));
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

function describeEdition(
  publication: Publication,
  { edition, metadata }: ComposedEdition,
  source: ComposedEdition | undefined,
  iris: Iris,
): JsonObject {
  const { language, isSource } = edition;
  const optional: Record<string, Json | undefined> = {
    'title-short': metadata.subtitle === undefined ? undefined : metadata.title,
    author: metadata.authors.length > 0 ? metadata.authors.map(({ name }) => ({ literal: name })) : undefined,
    translator: isSource ? undefined : namesOf(metadata),
    issued:
      metadata.date === undefined ? undefined : { 'date-parts': [metadata.date.split('-').map(Number)] },
    version: metadata.version,
    publisher: metadata.publisher,
    abstract: metadata.abstract,
    keyword: metadata.keywords.length > 0 ? metadata.keywords.join(', ') : undefined,
    DOI: isSource ? metadata.doi : undefined,
    'original-title': isSource ? undefined : source?.metadata.title,
    license: metadata.licence.text,
  };
  return {
    id: `${publication.name}-${language}`,
    type: 'webpage',
    title: [metadata.title, metadata.subtitle].filter(Boolean).join(': '),
    language,
    URL: iris.edition(publication.name, language),
    source: iris.file(editionPath(publication, language)),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  } as JsonObject;
}

function namesOf({ translators }: Metadata): Json | undefined {
  return translators.length > 0 ? translators.map(({ name }) => ({ literal: name })) : undefined;
}
