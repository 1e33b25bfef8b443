import type { Iris } from '../graph/iri.ts';
import type { Json, JsonObject, Language } from '../model.ts';
import type { Metadata } from './metadata.ts';
import { editionPath } from './outputs/markdown-edition.ts';

/** An edition, as far as a citation tells of it. */
interface CitedEdition {
  /** Of the publication. */
  name: string;
  language: Language;
  isSource: boolean;
  metadata: Metadata;
  /** Of the edition that it is translated from. */
  original?: Metadata | undefined;
}

/** How to cite one edition, as an item of CSL-JSON. */
export function citationItem(
  { name, language, isSource, metadata, original }: CitedEdition,
  iris: Iris,
): JsonObject {
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
    'original-title': isSource ? undefined : original?.title,
    license: metadata.licence.text,
  };
  return {
    id: `${name}-${language}`,
    type: 'webpage',
    title: [metadata.title, metadata.subtitle].filter(Boolean).join(': '),
    language,
    URL: iris.edition(name, language),
    source: iris.file(editionPath({ name }, language)),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  } as JsonObject;
}

function namesOf({ translators }: Metadata): Json | undefined {
  return translators.length > 0 ? translators.map(({ name }) => ({ literal: name })) : undefined;
}
