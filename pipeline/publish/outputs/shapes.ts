import { turtleType } from '../media-types.ts';
import type { FileKind, SharedOutput } from './output.ts';
import { pathOf, placeFile } from './place-file.ts';

const file: FileKind = { path: 'data/shapes.ttl', mediaType: turtleType };

export const shapes: SharedOutput = {
  name: 'shapes',
  files: [file],
  isOfSchemas: true,
  write: async (drawing) => {
    const { readPrefixes } = await import('../../linked/rdf/read-prefixes.ts');
    const { writeTurtle } = await import('../../linked/rdf/write-turtle.ts');
    return [placeFile(file, {}, writeTurtle(drawing.shapes, readPrefixes(drawing.vocabulary.context)))];
  },
};

/** Where the shapes that the data conforms to are in dist/. */
export const shapesPath = pathOf(file, {});
