import type { StatedText } from '../graph/state.ts';
import type { Diagnostic, Edition, Entity, Glossary } from '../model.ts';
import type { Project } from '../project/open-project.ts';
import { checkQuality } from '../rules/check-quality.ts';
import { createGlossary } from '../translation/glossary/create-glossary.ts';
import { compareEditions } from './compare-editions.ts';

/**
 * Holds the editions of every text against its source: what they state, and how they are worded. A publication's words
 * are those of its own entities; a page, which has none, shares those of all publications.
 * Findings: those of compareEditions and of the rules on wording.
 */
export function compareTexts(texts: readonly StatedText[], project: Project): Diagnostic[] {
  const habits = new Map(
    project.configuration.editions.map(({ language }) => [language, project.wordsOf(language).habits]),
  );
  const glossaryOf = (owners: readonly StatedText[]): Glossary => {
    const entities = owners.flatMap(({ publication }): Entity[] => [
      ...(publication?.graph.entities.values() ?? []),
    ]);
    return createGlossary(entities, project.vocabulary, habits);
  };
  const shared = texts.some(({ publication }) => !publication) ? glossaryOf(texts) : undefined;
  return texts.flatMap((text) =>
    compareText(text, project, shared && !text.publication ? shared : glossaryOf([text])),
  );
}

function compareText(
  { editions, source, extractions, standings, publication }: StatedText,
  { vocabulary, wordsOf }: Project,
  glossary: Glossary,
): Diagnostic[] {
  const stated = source && extractions[editions.indexOf(source)];
  if (!source || !stated) return [];
  const sideOf = ({ language, tag }: Edition) => ({ language, tag, ...wordsOf(language) });
  const languages = (publication?.editions ?? editions).map(({ language }) => language);
  return editions.flatMap((edition, index) => {
    const said = extractions[index];
    if (edition === source || !said) return [];
    const sides = { source: sideOf(source), target: sideOf(edition) };
    const found = [
      ...compareEditions(source, edition, stated, said, vocabulary),
      ...checkQuality(source, edition, { ...sides, languages, vocabulary, glossary }),
    ];
    return standings.weigh(edition, { value: undefined, diagnostics: found }).diagnostics;
  });
}
