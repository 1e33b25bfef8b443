import type { Configuration, Edition, Recall, Staged, Vocabulary } from '../model.ts';
import type { ProjectText } from '../project/open-text.ts';
import { createStandings, type Standings } from './create-standings.ts';
import { localize } from './localize.ts';

/** A text in every language of the project. */
export interface TranslatedText extends ProjectText {
  /** In the order of the configuration, those that are held among them. */
  editions: Edition[];
  /** The one in the text's own language; undefined where that is none of the project's. */
  source: Edition | undefined;
  standings: Standings;
}

/**
 * The second of the five calls of a build: puts the words of its catalogs into a text, and weighs its editions by what they lack.
 * Findings: those of localize.
 */
export function translate(
  text: ProjectText,
  {
    configuration,
    vocabulary,
    recall,
  }: { configuration: Configuration; vocabulary: Vocabulary; recall?: Recall },
): Staged<TranslatedText> {
  const localized = text.catalogs.map(({ edition, po }) =>
    localize(text.document, text.segments, po, edition, vocabulary, recall),
  );
  const editions = localized.map(({ value }) => value);
  const standings = createStandings(editions, configuration.editions, text.sources);
  return {
    value: { ...text, editions, source: editions.find(({ isSource }) => isSource), standings },
    diagnostics: localized.flatMap((staged) => standings.weigh(staged.value, staged).diagnostics),
  };
}
