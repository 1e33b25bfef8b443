import type { EntityId, Glossary, JsonObject, Language, LanguageHabits, Term, Vocabulary } from '../model.ts';
import { labelsOf } from './glossary/labels-of.ts';
import { createLanguageTerms, type LanguageTerms, labelsIn } from './glossary/language-terms.ts';

/** An entity, or a record of one. */
interface Named {
  id: EntityId;
  properties: JsonObject;
}

/**
 * Makes the glossary of a project out of its entities: what the properties that the schemas mark with x-term say, by
 * language. Several records of one entity add up. Works of a bibliography and notes are no terms.
 *
 * @param habits by language: what words to leave out of a comparison, and how they contract
 */
export function createGlossary(
  entities: Iterable<Named>,
  vocabulary: Vocabulary,
  habits: Map<Language, LanguageHabits>,
): Glossary {
  const terms = new Map<EntityId, Term>();
  for (const { id, properties } of entities) {
    const type = vocabulary.types.get(id.slice(0, id.indexOf(':')));
    if (type?.role !== 'entity') continue;
    const term: Term = terms.get(id) ?? { entity: id, labels: new Map() };
    for (const [language, labels] of labelsOf(properties, type)) {
      term.labels.set(language, [...(term.labels.get(language) ?? []), ...labels]);
    }
    terms.set(id, term);
  }
  const byLanguage = new Map<Language, LanguageTerms>();
  const termsIn = (language: Language): LanguageTerms => {
    const present = byLanguage.get(language);
    if (present) return present;
    const made = createLanguageTerms(terms.values(), language, habits.get(language) ?? {});
    byLanguage.set(language, made);
    return made;
  };
  return {
    terms,
    find: (text, language) => termsIn(language).find(text),
    named: (words, language) => termsIn(language).named(words),
    match: (words, entity, language) => {
      const term = terms.get(entity);
      return term && termsIn(language).match(words, term);
    },
    holds: (text, entity, language) => termsIn(language).holds(text, entity),
    name: (entity, language) =>
      labelsIn(terms.get(entity), language).find(({ role }) => role === 'name')?.text,
  };
}
