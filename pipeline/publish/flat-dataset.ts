import type { Iris } from '../graph/iri.ts';
import type { Edition, Json, OutputFile, Publication, Vocabulary } from '../model.ts';
import { serializeJson } from '../values/serialize-json.ts';
import { compactObject } from './compact-object.ts';
import { editionDatasetPath, jsonldType } from './files.ts';
import { createLabels } from './labels.ts';
import { type Metadata, publicationVersion } from './metadata.ts';
import { schemaClass } from './schema-class.ts';

export interface FlatDatasetInput {
  publication: Publication;
  edition: Edition;
  metadata: Metadata;
  /** Title and description of the dataset in the edition's language; 50 to 5,000 characters of the second. */
  words: { name: string; description: string };
  /** Files that have the data. */
  files: readonly OutputFile[];
  vocabulary: Vocabulary;
  iris: Iris;
}

/**
 * Describes the dataset as one schema.org Dataset, nested and with plain strings in one language, as search engines for
 * datasets read it (https://developers.google.com/search/docs/appearance/structured-data/dataset). The context is
 * schema.org's by name; it is not fetched.
 */
export function writeFlatDataset({
  publication,
  edition: { language },
  metadata,
  words,
  files,
  vocabulary,
  iris,
}: FlatDatasetInput): OutputFile {
  const { name, graph, editions } = publication;
  const source = editions.find(({ isSource }) => isSource);
  const label = createLabels(graph, vocabulary, language, source?.language);
  const licence = metadata.licence.data?.startsWith('http') ? metadata.licence.data : undefined;
  const { places, period, contact } = metadata.dataset;
  const value = compactObject({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': iris.dataset(name),
    name: words.name,
    description: words.description,
    url: iris.dataset(name),
    identifier: iris.dataset(name),
    inLanguage: editions.map((each) => each.language),
    keywords: metadata.keywords,
    creator: metadata.authors.map(({ name: author, orcid, entity }) =>
      compactObject({
        '@type': 'Person',
        '@id': entity === undefined ? undefined : iris.entity(entity),
        name: author,
        sameAs: orcid,
      }),
    ),
    publisher:
      metadata.publisher === undefined
        ? undefined
        : compactObject({
            '@type': 'Organization',
            name: metadata.publisher,
            contactPoint:
              contact === undefined
                ? undefined
                : compactObject({ '@type': 'ContactPoint', ...contact, contactType: 'data' }),
          }),
    datePublished: metadata.date,
    version: publicationVersion(publication),
    license: licence,
    isAccessibleForFree: true,
    about: { '@id': iris.publication(name) },
    spatialCoverage: places.map((id): Json => {
      const type = vocabulary.types.get(graph.entities.get(id)?.type ?? '');
      return { '@type': schemaClass(type), '@id': iris.entity(id), name: label(id).text };
    }),
    temporalCoverage: period && `${period.start}/${period.end}`,
    distribution: files.map(({ path, mediaType }): Json => {
      const encodingFormat = mediaType.split(';', 1)[0] ?? mediaType;
      return compactObject({
        '@type': 'DataDownload',
        contentUrl: iris.file(path),
        encodingFormat,
        license: licence,
      });
    }),
  });
  return {
    path: editionDatasetPath(publication, language),
    text: serializeJson(value),
    mediaType: jsonldType,
    language,
  };
}
