import type { Language, Publication } from '../../model.ts';
import { plainTextType } from '../media-types.ts';
import type { FileKind, PublicationOutput } from './output.ts';
import { pathOf, placeFile } from './place-file.ts';

const file: FileKind = { path: '{language}/{name}.txt', mediaType: plainTextType, relation: 'alternate' };

export const plainText: PublicationOutput = {
  name: 'plain-text',
  files: [file],
  write: async ({ publication: { name }, texts }) =>
    [...texts.values()].map(({ language, text }) => placeFile(file, { name, language }, text)),
};

/** Where the text in which evidence has its places is in dist/. */
export function plainTextPath({ name }: Pick<Publication, 'name'>, language: Language): string {
  return pathOf(file, { name, language });
}
