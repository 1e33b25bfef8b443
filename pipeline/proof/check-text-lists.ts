import type { StatedText } from '../graph/state.ts';
import type { Diagnostic, Edition, Glossary } from '../model.ts';
import type { Project } from '../project/open-project.ts';
import { checkLists } from '../rules/lists/check-lists.ts';
import { editionQuestion } from './edition-question.ts';

/**
 * Holds the lists of a publication against themselves, in each edition. What the source's list lacks is told of the source only.
 * Findings: those of checkLists.
 *
 * @param basis digest of the glossary's names, and of the files that say how words are judged
 */
export function checkTextLists(
  { editions, source, sources, extractions, publication }: StatedText,
  { glossary, basis }: { glossary: Glossary; basis: string },
  {
    vocabulary,
    wordsOf,
    configuration,
    recall,
  }: Pick<Project, 'vocabulary' | 'wordsOf' | 'configuration' | 'recall'>,
): { ofSource: Diagnostic[]; ofEdition: Map<Edition, Diagnostic[]> } {
  const ofEdition = new Map<Edition, Diagnostic[]>();
  if (!publication) return { ofSource: [], ofEdition };
  const look = (edition: Edition): Map<number, Diagnostic[]> => {
    const extraction = extractions[editions.indexOf(edition)];
    if (!extraction) return new Map();
    const read = [...editionQuestion(sources, edition, configuration), basis];
    const found = recall('lists of an edition', read, () => [
      ...checkLists(edition, { ...wordsOf(edition.language), glossary, vocabulary, extraction }),
    ]);
    return new Map(found);
  };
  const own = source ? look(source) : new Map<number, Diagnostic[]>();
  for (const edition of editions) {
    if (edition === source) continue;
    const found = [...look(edition)].flatMap(([segment, each]) => (own.has(segment) ? [] : each));
    ofEdition.set(edition, found);
  }
  const ofSource = [...own.values()].flat();
  return { ofSource, ofEdition };
}
