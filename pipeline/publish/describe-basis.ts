import type { JsonObject } from '../model.ts';
import { compactObject } from './compact-object.ts';
import type { Basis, Metadata } from './metadata.ts';

/** The work that an edition gives an account of, in the words of schema.org. */
export function describeBasis({ basis }: Metadata, iri: (id: string) => string): JsonObject | undefined {
  if (!basis) return undefined;
  return compactObject({
    '@type': 'CreativeWork',
    '@id': basis.work === undefined ? undefined : iri(basis.work),
    name: basis.title,
    author: basis.authors.map((author) => ({ '@type': 'Person', name: author })),
    datePublished: basis.date,
    inLanguage: basis.language,
    pagination: basis.pages,
    isPartOf: describeIssue(basis),
    url: basis.url,
  });
}

/** The issue of the volume of the journal, as https://schema.org/PublicationIssue shows; without what is not known. */
function describeIssue({ journal, volume, number }: Basis): JsonObject | undefined {
  if (journal === undefined) return undefined;
  const periodical = { '@type': 'Periodical', name: journal };
  const inVolume =
    volume === undefined
      ? periodical
      : { '@type': 'PublicationVolume', volumeNumber: volume, isPartOf: periodical };
  return number === undefined
    ? inVolume
    : { '@type': 'PublicationIssue', issueNumber: number, isPartOf: inVolume };
}
