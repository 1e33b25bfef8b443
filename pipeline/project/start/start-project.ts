import { stringify } from 'yaml';
import type { Language, SourceFile } from '../../model.ts';
import { type PublicationStart, startPublication } from './start-publication.ts';
import { startSchemas } from './start-schemas.ts';

/** What a new project begins with. */
export interface ProjectStart {
  /** Name of the first publication. */
  name: string;
  /** Full tags of the editions by their short ones, the language of the text first; none where there are only schemas and data. */
  editions: ReadonlyMap<Language, string>;
  wordsOf: PublicationStart['wordsOf'];
}

/** The files of a new project that passes every check: a publication in its languages, or a schema and data that it describes. */
export function startProject({ name, editions, wordsOf }: ProjectStart): SourceFile[] {
  const ignored = { path: '.gitignore', text: 'node_modules/\n.tinkuy/\n' };
  if (editions.size === 0) return [...startSchemas(), ignored];
  const configuration = { base: `https://example.org/${name}/`, editions: writeEditions(editions, wordsOf) };
  const languages = [...editions.keys()];
  return [
    { path: 'tinkuy.yaml', text: stringify(configuration) },
    ...startPublication({ name, languages, wordsOf }),
    ignored,
  ];
}

/** An edition whose first text nobody has translated yet is published with its gaps marked. */
function writeEditions(editions: ReadonlyMap<Language, string>, wordsOf: PublicationStart['wordsOf']) {
  const [source] = editions.keys();
  return Object.fromEntries(
    [...editions].map(([language, tag]) => [
      language,
      language === source || wordsOf(language) ? tag : { tag, threshold: 0 },
    ]),
  );
}
