import type {
  EntityId,
  EntityType,
  Glossary,
  JsonObject,
  Language,
  LanguageHabits,
  Term,
  TermLabel,
  Vocabulary,
} from '../../model.ts';
import { addTo } from '../../values/add-to.ts';
import { getKey, isObject } from '../../values/json-value.ts';
import { createLanguageTerms, type LanguageTerms, labelsIn } from './language-terms.ts';

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
      addTo(term.labels, language, ...labels);
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
    find: (text, language) => (terms.size === 0 ? [] : termsIn(language).find(text)),
    createFind: (others, language) => termsIn(language).createFind(others),
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

/** Roles in the order of preference, where words are labels in more than one. */
const order: readonly TermLabel['role'][] = ['name', 'alternate', 'acronym', 'form', 'avoided'];

/** What an entity is called, by language: the texts of the properties that its type marks with x-term. */
function labelsOf(properties: JsonObject, type: EntityType | undefined): Map<Language, TermLabel[]> {
  const labels = new Map<Language, TermLabel[]>();
  const marked = [...(type?.properties.values() ?? [])].filter(({ term }) => term !== undefined);
  for (const role of order) {
    for (const { name } of marked.filter(({ term }) => term === role)) {
      for (const [language, value] of Object.entries(textsOf(properties, name))) {
        const known = labels.get(language) ?? [];
        for (const text of [value].flat()) {
          if (typeof text === 'string' && text.trim() !== '') known.push({ text, role });
        }
        labels.set(language, known);
      }
    }
  }
  return labels;
}

function textsOf(properties: JsonObject, name: string): JsonObject {
  const texts = getKey(properties, name);
  return isObject(texts) ? texts : {};
}
