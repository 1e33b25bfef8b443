import { csvType, csvwType } from '../media-types.ts';
import type { FileKind, PublicationOutput } from './output.ts';
import { pathOf, placeFile } from './place-file.ts';

const table: FileKind = { path: 'data/{name}-observations.csv', mediaType: csvType };
/** CSV on the Web looks for the description of a table here (https://www.w3.org/TR/tabular-data-model/#standard-file-metadata). */
const description: FileKind = {
  path: 'data/{name}-observations.csv-metadata.json',
  mediaType: csvwType,
};

/** None where nothing is measured. */
export const observations: PublicationOutput = {
  name: 'observations',
  files: [table, description],
  isDistribution: true,
  write: async (drawing) => {
    const { writeObservations } = await import('../data/write-observations.ts');
    const { name } = drawing.publication;
    const written = writeObservations(drawing, pathOf(table, { name }));
    if (!written) return [];
    return [placeFile(table, { name }, written.csv), placeFile(description, { name }, written.description)];
  },
};
