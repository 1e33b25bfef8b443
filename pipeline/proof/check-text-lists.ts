import type { StatedText } from '../graph/state.ts';
import type { Diagnostic, Edition, Glossary } from '../model.ts';
import type { Project } from '../project/open-project.ts';
import { checkLists } from '../rules/lists/check-lists.ts';

/**
 * Holds the lists of a publication against themselves, in each edition. What the source's list lacks is told of the source only.
 * Findings: those of checkLists.
 */
export function checkTextLists(
  { editions, source, extractions, publication }: StatedText,
  glossary: Glossary,
  { vocabulary, wordsOf }: Pick<Project, 'vocabulary' | 'wordsOf'>,
): { ofSource: Diagnostic[]; ofEdition: Map<Edition, Diagnostic[]> } {
  const ofEdition = new Map<Edition, Diagnostic[]>();
  if (!publication) return { ofSource: [], ofEdition };
  const look = (edition: Edition): Map<number, Diagnostic[]> => {
    const extraction = extractions[editions.indexOf(edition)];
    if (!extraction) return new Map();
    return checkLists(edition, { ...wordsOf(edition.language), glossary, vocabulary, extraction });
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
