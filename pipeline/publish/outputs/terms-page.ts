import { markdownType } from '../media-types.ts';
import type { FileKind, SharedOutput } from './output.ts';
import { placeFile } from './place-file.ts';

const file: FileKind = { path: 'data/vocabulary.{language}.md', mediaType: markdownType };

export const termsPage: SharedOutput = {
  name: 'terms-page',
  files: [file],
  isOfSchemas: true,
  write: async ({ vocabulary, configuration, wordsOf }) => {
    const { writeTermsPage } = await import('../ontology/write-terms-page.ts');
    return configuration.editions.map(({ language }) =>
      placeFile(file, { language }, writeTermsPage(vocabulary, language, wordsOf(language).t)),
    );
  },
};
