import type { Language, Publication } from '../../model.ts';
import { markdownType } from '../media-types.ts';
import type { FileKind, PublicationOutput } from './output.ts';
import { pathOf, placeFile } from './place-file.ts';

/** No form of the edition, so that it has no relation to it: the edition itself leads to it. */
const file: FileKind = { path: '{language}/{name}-register.md', mediaType: markdownType };

/** Beside the edition as Markdown; a page has it in itself. None where no entity is spoken of. */
export const register: PublicationOutput = {
  name: 'register',
  files: [file],
  isMain: true,
  write: async ({ publication: { name }, editions, services: { recall } }) => {
    const { writeMarkdown } = await import('../markdown.ts');
    return editions.flatMap(({ edition: { language }, markdown, register: own }) =>
      own ? [placeFile(file, { name, language }, writeMarkdown(own, markdown, recall))] : [],
    );
  },
};

/** Where what an edition knows of its entities is in dist/. */
export function registerPath({ name }: Pick<Publication, 'name'>, language: Language): string {
  return pathOf(file, { name, language });
}
