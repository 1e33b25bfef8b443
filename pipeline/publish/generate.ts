/** The way from the schemas to what follows from them: what `tinkuy generate` runs. Like build.ts, a place where stages meet. */

import { readVocabulary } from '../graph/schema.ts';
import type { OutputFile, ProjectFiles, Staged } from '../model.ts';
import { readConfiguration } from '../project/read-configuration.ts';
import { writeContext } from './context.ts';
import { writeRecordsSchema } from './records-schema.ts';
import { writeTypes } from './types.ts';
import { writeVocabularyPage } from './vocabulary-page.ts';

/**
 * TypeScript types, JSON-LD context, JSON Schema of records and vocabulary page of a project's schemas, the built-in
 * ones included. Paths are relative to the project's root. No files where a schema is wrong.
 */
export async function generate(files: ProjectFiles): Promise<Staged<OutputFile[]>> {
  const configuration = readConfiguration(files);
  const vocabulary = readVocabulary(files.builtin, files.own, configuration.value.base);
  const diagnostics = [...configuration.diagnostics, ...vocabulary.diagnostics];
  if (diagnostics.length > 0) return { value: [], diagnostics };
  const languages = configuration.value.editions.map(({ language }) => language);
  const value = [
    await writeTypes(vocabulary.value),
    writeContext(vocabulary.value),
    writeRecordsSchema(vocabulary.value, languages),
    writeVocabularyPage(vocabulary.value, languages),
  ];
  return { value, diagnostics };
}
