import { jsonldType } from '../media-types.ts';
import type { FileKind, PublicationOutput } from './output.ts';
import { placeFile } from './place-file.ts';

const file: FileKind = { path: '{language}/{name}-dataset.jsonld', mediaType: jsonldType };

export const flatDataset: PublicationOutput = {
  name: 'flat-dataset',
  files: [file],
  isEmbedded: true,
  needs: 'isDistribution',
  write: async (drawing, distributions) => {
    const { writeFlatDataset } = await import('../flat-dataset.ts');
    const { name } = drawing.publication;
    return drawing.editions.map((own) => {
      const place = { name, language: own.edition.language };
      return placeFile(file, place, writeFlatDataset(own, drawing, distributions));
    });
  },
};
