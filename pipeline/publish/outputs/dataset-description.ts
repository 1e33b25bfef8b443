import { jsonldType, turtleType } from '../media-types.ts';
import type { FileKind, PublicationOutput } from './output.ts';
import { placeFile } from './place-file.ts';

const relation = 'describedby';
const turtle: FileKind = { path: 'data/{name}-dataset.ttl', mediaType: turtleType, relation };
const jsonld: FileKind = { path: 'data/{name}-dataset.jsonld', mediaType: jsonldType, relation };

/** A document of its own: it has the digests of the files, so it cannot be in them. */
export const datasetDescription: PublicationOutput = {
  name: 'dataset-description',
  files: [turtle, jsonld],
  needs: 'isDistribution',
  write: async (drawing, distributions) => {
    const { describeDataset } = await import('../data/describe-dataset.ts');
    const { serializeDescription } = await import('../data/serialize-description.ts');
    const { name } = drawing.publication;
    const nodes = describeDataset(drawing, distributions);
    const written = await serializeDescription(nodes, drawing.vocabulary.context);
    return [placeFile(turtle, { name }, written.turtle), placeFile(jsonld, { name }, written.jsonld)];
  },
};
