import type { Language, OutputFile, Vocabulary } from '../model.ts';
import { writeContext } from './context.ts';
import { writeFrontMatterSchemas } from './front-matter-schema.ts';
import { writeRecordsSchema } from './records-schema.ts';
import { writeTypes } from './types.ts';
import { writeVocabularyPage } from './vocabulary-page.ts';

/**
 * What follows from a project's schemas, the built-in ones included: TypeScript types, JSON-LD context, JSON Schema of
 * records, of front matters that a project adds to, and vocabulary page. Paths are relative to the project's root.
 */
export async function writeGenerated(vocabulary: Vocabulary, languages: Language[]): Promise<OutputFile[]> {
  return [
    await writeTypes(vocabulary),
    writeContext(vocabulary),
    writeRecordsSchema(vocabulary, languages),
    ...writeFrontMatterSchemas(vocabulary, languages),
    writeVocabularyPage(vocabulary, languages),
  ];
}
