import type { Iris } from '../graph/iri.ts';
import type { Json, JsonObject, OutputFile, Publication } from '../model.ts';
import { serializeJson } from '../values/serialize-json.ts';
import { biblatexType, citationPath, cslType, editionPath, htmlPath, referencesPath } from './files.ts';
import type { ComposedEdition } from './markdown.ts';
import type { Metadata } from './metadata.ts';

/**
 * Citation data: how to cite each edition, and the works that the publication cites or lists, both as CSL-JSON and as
 * BibLaTeX (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html, https://ctan.org/pkg/biblatex).
 */
export async function writeCitationFiles(
  publication: Publication,
  composed: readonly ComposedEdition[],
  iris: Iris,
): Promise<OutputFile[]> {
  const works = [...publication.graph.entities.values()].flatMap(({ csl }) => (csl ? [csl] : []));
  const source = composed.find(({ edition }) => edition.isSource);
  const editions = composed.map((own) => describeEdition(publication, own, source, iris));
  const pair = async (path: (extension: string) => string, items: JsonObject[]): Promise<OutputFile[]> =>
    items.length === 0
      ? []
      : [
          { path: path('json'), text: serializeItems(items), mediaType: cslType, language: undefined },
          { path: path('bib'), text: await toBiblatex(items), mediaType: biblatexType, language: undefined },
        ];
  return [
    ...(await pair((extension) => citationPath(publication, extension), editions)),
    ...(await pair((extension) => referencesPath(publication, extension), works)),
  ];
}

/** The values of `<meta name="citation_*">` of an edition, as https://scholar.google.com/intl/en/scholar/inclusion.html asks. */
export function citationValues(
  { name }: Publication,
  { edition, metadata }: ComposedEdition,
  iris: Iris,
): { name: string; content: string }[] {
  const { language } = edition;
  const values: [string, string | undefined][] = [
    ['citation_title', metadata.title],
    ...metadata.authors.map((author): [string, string] => ['citation_author', author.name]),
    ['citation_publication_date', metadata.date?.replaceAll('-', '/')],
    ['citation_language', language],
    ['citation_publisher', metadata.publisher],
    ['citation_doi', edition.isSource ? metadata.doi : undefined],
    ['citation_abstract_html_url', iris.file(htmlPath({ name }, language))],
    ['citation_fulltext_html_url', iris.file(htmlPath({ name }, language))],
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

/** Items sorted by id, each with sorted keys. */
function serializeItems(items: JsonObject[]): string {
  const sorted = [...items].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  return serializeJson(sorted as unknown as JsonObject);
}

async function toBiblatex(items: JsonObject[]): Promise<string> {
  const { Cite, plugins } = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  const { format } = plugins.config.get('@bibtex');
  // The ids of the bibliography are its keys; letters are Unicode, which BibLaTeX reads.
  Object.assign(format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false });
  const sorted = [...items].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  const text = new Cite(sorted, { generateGraph: false }).format('biblatex');
  // The library ends a word that is to keep its capitals at the first letter beyond ASCII: {Am}érica.
  return text.replaceAll(/\{(\p{Lu}\p{L}*)\}(\p{L}+)/gu, '{$1$2}');
}
