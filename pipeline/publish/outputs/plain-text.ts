import { plainTextType } from '../media-types.ts';
import type { FileKind, PublicationOutput } from './output.ts';
import { placeFile } from './place-file.ts';

const file: FileKind = { path: '{language}/{name}.txt', mediaType: plainTextType, relation: 'alternate' };

export const plainText: PublicationOutput = {
  name: 'plain-text',
  files: [file],
  write: async ({ publication: { name }, texts }) =>
    [...texts.values()].map(({ language, text }) => placeFile(file, { name, language }, text)),
};
