import { readFileSync } from 'node:fs';
import { readVocabulary } from '../../pipeline/graph/schema.ts';
import type { EntityId, Glossary, JsonObject, LanguageHabits } from '../../pipeline/model.ts';
import { createGlossary } from '../../pipeline/translation/glossary/create-glossary.ts';
import { borderSchemas, builtinSchemas } from '../graph/builtin-schemas.ts';

/** A glossary of records, with the schemas and the habits of languages that come with the tool. */
export function glossaryOf(records: Record<EntityId, JsonObject>): Glossary {
  const vocabulary = readVocabulary(builtinSchemas(), borderSchemas()).value;
  const habits = new Map(['en', 'es', 'pt'].map((language) => [language, habitsOf(language)]));
  const entities = Object.entries(records).map(([id, properties]) => ({ id, properties }));
  return createGlossary(entities, vocabulary, habits);
}

function habitsOf(language: string): LanguageHabits {
  const file = new URL(`../../locales/${language}/quality.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** What a search finds, as "words → entities", for reading in a test. */
export function foundIn(glossary: Glossary, text: string, language: string): string[] {
  return glossary
    .find(text, language)
    .map(({ start, end, term }) => `${text.slice(start, end)} → ${term.entity}`);
}
