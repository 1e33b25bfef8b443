import { createIris, type Iris } from '../../graph/iri.ts';
import type {
  Configuration,
  Json,
  Language,
  LanguageMap,
  Location,
  PlainText,
  Property,
  Publication,
  Vocabulary,
} from '../../model.ts';
import type { EditionWords } from '../../project/edition-words.ts';
import { createLabels } from '../../publish/labels.ts';
import { publicationVersion } from '../../publish/metadata.ts';
import { segmentIds } from '../../text/segment-ids.ts';
import type { Place } from './explanation.ts';
import { createValueWords } from './value-words.ts';

/** A publication with all that explaining it needs. */
export interface DescribedPublication {
  publication: Publication;
  vocabulary: Vocabulary;
  iris: Iris;
  texts: ReadonlyMap<Language, PlainText>;
  wordsOf: (language: Language) => EditionWords;
  /** Ids of the blocks, by number of the segment. */
  blocks: ReadonlyMap<number, string>;
  /** Makes words for every language that has an edition. */
  inLanguages: (write: (language: Language) => string | undefined) => LanguageMap;
  label: (entity: string) => LanguageMap;
  valueWords: (value: Json, property: Property) => LanguageMap;
}

export function describe(
  publication: Publication,
  texts: ReadonlyMap<Language, PlainText>,
  {
    configuration,
    vocabulary,
    wordsOf,
  }: { configuration: Configuration; vocabulary: Vocabulary; wordsOf: DescribedPublication['wordsOf'] },
): DescribedPublication {
  const { graph, editions } = publication;
  const source = editions.find(({ isSource }) => isSource)?.language;
  const languages = editions.map(({ language }) => language);
  const inLanguages: DescribedPublication['inLanguages'] = (write) =>
    Object.fromEntries(
      languages.flatMap((language) => {
        const words = write(language);
        return words ? [[language, words]] : [];
      }),
    );
  const labels = new Map(
    languages.map((language) => [language, createLabels(graph, vocabulary, language, source)]),
  );
  const labelIn = (language: Language) => (id: string) => labels.get(language)?.(id).text ?? id;
  const writers = new Map(
    languages.map((language) => [
      language,
      createValueWords(wordsOf(language).writer, language, labelIn(language)),
    ]),
  );
  return {
    publication,
    vocabulary,
    iris: createIris(configuration.base, publicationVersion(publication)),
    texts,
    wordsOf,
    blocks: segmentIds(publication.segments),
    inLanguages,
    label: (entity) => inLanguages((language) => labelIn(language)(entity)),
    valueWords: (value, property) => inLanguages((language) => writers.get(language)?.(value, property)),
  };
}

export function placeOf({ path, start }: Location): Place {
  return { path, line: start.line, column: start.column };
}
