import type { OutputFile, Vocabulary } from '../model.ts';

/** The JSON-LD context of all entity types, as a document of its own; path relative to the project's root. */
export function writeContext(vocabulary: Vocabulary, path = 'schemas/generated/context.jsonld'): OutputFile {
  return {
    path,
    text: `${JSON.stringify({ '@context': vocabulary.context }, null, 2)}\n`,
    mediaType: 'application/ld+json',
    language: undefined,
  };
}
