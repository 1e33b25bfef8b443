import type { Configuration, Json, Publication, Vocabulary } from '../model.ts';
import { findLackingLabels } from './find-lacking-labels.ts';
import type { SharedWords } from './text-outcome.ts';

/** What the words of a publication's entities are to the texts beside it. */
export function takeWords(
  { graph }: Publication,
  { editions, pages }: Configuration,
  vocabulary: Vocabulary,
): SharedWords {
  const entities = pages.length > 0 ? [...graph.entities.values()] : [];
  return {
    lacking: editions.map(({ language }) => [language, findLackingLabels(graph, vocabulary, language)]),
    named: entities.map(({ id, type, properties }) => {
      const known = vocabulary.types.get(type)?.properties;
      const isTerm = ([name]: [string, Json]) => known?.get(name)?.term !== undefined;
      return { id, properties: Object.fromEntries(Object.entries(properties).filter(isTerm)) };
    }),
  };
}
