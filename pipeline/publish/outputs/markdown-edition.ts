import type { Language, Publication } from '../../model.ts';
import { markdownType } from '../media-types.ts';
import type { FileKind, PublicationOutput } from './output.ts';
import { pathOf, placeFile } from './place-file.ts';

const file: FileKind = { path: '{language}/{name}.md', mediaType: markdownType, relation: 'alternate' };

export const markdownEdition: PublicationOutput = {
  name: 'markdown-edition',
  files: [file],
  isMain: true,
  write: async ({ publication: { name }, editions, services: { recall } }) => {
    const { writeMarkdown } = await import('../markdown.ts');
    return editions.map(({ edition: { language }, markdown, register }) =>
      placeFile(file, { name, language }, writeMarkdown(markdown, register, recall)),
    );
  },
};

/** Where the edition that an editor may correct by hand is in dist/. */
export function editionPath({ name }: Pick<Publication, 'name'>, language: Language): string {
  return pathOf(file, { name, language });
}
