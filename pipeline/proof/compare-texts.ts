import type { StatedText } from '../graph/state.ts';
import type { Diagnostic, Edition, Entity, Glossary } from '../model.ts';
import type { Project } from '../project/open-project.ts';
import { checkQuality } from '../rules/check-quality.ts';
import { checkOwnText } from '../rules/own/check-own-text.ts';
import type { OwnRules } from '../rules/own/own-rules.ts';
import { createGlossary } from '../translation/glossary/create-glossary.ts';
import { compareEditions } from './compare-editions.ts';

/**
 * Holds the editions of every text against its source: what they state, and how they are worded. A publication's words
 * are those of its own entities; a page, which has none, shares those of all publications.
 * Findings: those of compareEditions and of the rules on wording, the project's own among them.
 */
export function compareTexts(texts: readonly StatedText[], project: Project, own: OwnRules): Diagnostic[] {
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
    compareText(text, project, own, shared && !text.publication ? shared : glossaryOf([text])),
  );
}

function compareText(
  { editions, source, extractions, standings, publication }: StatedText,
  { vocabulary, wordsOf }: Project,
  own: OwnRules,
  glossary: Glossary,
): Diagnostic[] {
  const stated = source && extractions[editions.indexOf(source)];
  if (!source || !stated) return [];
  const ofSource = checkOwnText(source, own.rules, vocabulary);
  const sideOf = ({ language, tag }: Edition) => ({ language, tag, ...wordsOf(language) });
  const languages = (publication?.editions ?? editions).map(({ language }) => language);
  const ofOthers = editions.flatMap((edition, index) => {
    const said = extractions[index];
    if (edition === source || !said) return [];
    const sides = { source: sideOf(source), target: sideOf(edition) };
    const found = [
      ...compareEditions(source, edition, stated, said, vocabulary),
      ...checkQuality(source, edition, { ...sides, languages, vocabulary, glossary, own }),
    ];
    return standings.weigh(edition, { value: undefined, diagnostics: found }).diagnostics;
  });
  return [...ofSource, ...ofOthers];
}
