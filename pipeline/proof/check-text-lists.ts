import type { StatedText } from '../graph/state.ts';
import type { Diagnostic, Edition, Glossary } from '../model.ts';
import type { Project } from '../project/open-project.ts';
import { checkLists } from '../rules/lists/check-lists.ts';
import { readComments } from '../rules/lists/read-comments.ts';
import { withoutAllowed } from '../rules/quality/allowances.ts';

/**
 * Holds the lists of a publication against themselves, in each edition. What the source's list lacks is told of the source only, and not
 * where a comment of the text allows it.
 * Findings: those of checkLists and withoutAllowed.
 */
export function checkTextLists(
  { editions, source, extractions, publication, document }: StatedText,
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
  const ofSource = withoutAllowed([...own.values()].flat(), readComments(document), {
    rules: ['list-members-are-linked'],
    isUnknown: () => false,
  });
  return { ofSource, ofEdition };
}
