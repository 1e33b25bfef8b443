import type { Json, JsonObject } from '../model.ts';
import { serializeJson } from '../values/serialize-json.ts';
import { compactObject } from './compact-object.ts';
import { datasetWords } from './data/dataset-words.ts';
import type { Drawing } from './drawing.ts';
import { createLabels } from './labels.ts';
import type { ComposedEdition } from './markdown.ts';
import { bareType } from './media-types.ts';
import { publicationVersion } from './metadata.ts';
import type { WrittenOutput } from './outputs/output.ts';
import { outputTitle } from './outputs/output-words.ts';
import { schemaClass } from './schema-class.ts';

/**
 * Describes the dataset as one schema.org Dataset, nested and with plain strings in one language, as search engines for
 * datasets read it (https://developers.google.com/search/docs/appearance/structured-data/dataset): 50 to 5,000 characters
 * of description. The context is schema.org's by name; it is not fetched.
 *
 * @param distributions files that have the data
 */
export function writeFlatDataset(
  { edition: { language, tag }, metadata }: ComposedEdition,
  drawing: Drawing,
  distributions: readonly WrittenOutput[],
): string {
  const { publication, iris, wordsOf } = drawing;
  const { name, editions } = publication;
  const iri = iris.dataset(name);
  const { title, abstract, date, keywords, dataset } = metadata;
  const words = datasetWords(wordsOf(language).t, { title, tag }, drawing.grounds, drawing.services.keep);
  const licence = metadata.licence.data?.startsWith('http') ? metadata.licence.data : undefined;
  const { places, period } = dataset;
  return serializeJson(
    compactObject({
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      '@id': iri,
      name: words.title,
      description: [words.description, abstract].filter(Boolean).join(' '),
      url: iri,
      identifier: iri,
      inLanguage: editions.map((each) => each.language),
      keywords,
      ...describeMakers(metadata, drawing),
      datePublished: date,
      version: publicationVersion(publication),
      license: licence,
      isAccessibleForFree: true,
      about: { '@id': iris.publication(name) },
      spatialCoverage: describePlaces(places, language, drawing),
      temporalCoverage: period && `${period.start}/${period.end}`,
      distribution: distributions.flatMap(({ output, files }) =>
        files.map(({ path, mediaType }) =>
          compactObject({
            '@type': 'DataDownload',
            name: outputTitle(output, wordsOf(language).t),
            contentUrl: iris.file(path),
            encodingFormat: bareType(mediaType),
            license: licence,
          }),
        ),
      ),
    }),
  );
}

function describeMakers(
  { authors, publisher, dataset: { contact } }: ComposedEdition['metadata'],
  { iris }: Drawing,
): JsonObject {
  const contactPoint = contact && compactObject({ '@type': 'ContactPoint', ...contact, contactType: 'data' });
  return compactObject({
    creator: authors.map(({ name, orcid, entity }) =>
      compactObject({
        '@type': 'Person',
        '@id': entity === undefined ? undefined : iris.entity(entity),
        name,
        sameAs: orcid,
      }),
    ),
    publisher:
      publisher === undefined
        ? undefined
        : compactObject({ '@type': 'Organization', name: publisher, contactPoint }),
  });
}

function describePlaces(
  places: string[],
  language: string,
  { publication: { graph, editions }, vocabulary, iris }: Drawing,
): Json[] {
  const source = editions.find(({ isSource }) => isSource);
  const label = createLabels(graph, vocabulary, language, source?.language);
  return places.map((id) => {
    return {
      '@type': schemaClass(graph.entities.get(id), vocabulary),
      '@id': iris.entity(id),
      name: label(id).text,
    };
  });
}
