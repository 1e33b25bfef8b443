import type { EntityId, Glossary, LanguageMap } from '../../pipeline/model.ts';
import { createGlossary } from '../../pipeline/translation/glossary/create-glossary.ts';
import { vocabulary } from './demo.ts';

/** A glossary of names alone, compared without regard to case. */
export function namesGlossary(names: Record<EntityId, LanguageMap>): Glossary {
  const terms: Glossary['terms'] = new Map(
    Object.entries(names).map(([entity, texts]) => [
      entity,
      {
        entity,
        labels: new Map(
          Object.entries(texts).map(([language, text]) => [language, [{ text, role: 'name' }]]),
        ),
      },
    ]),
  );
  const name: Glossary['name'] = (entity, language) => names[entity]?.[language];
  return {
    terms,
    name,
    find: () => [],
    createFind: createGlossary([], vocabulary, new Map()).createFind,
    named: () => [],
    holds: () => false,
    match: (words, entity, language) => {
      const text = name(entity, language);
      return text?.toLowerCase() === words.toLowerCase() ? { text, role: 'name' } : undefined;
    },
  };
}
