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
    const { context } = drawing.vocabulary;
    const { recall, keep, digest } = drawing.services;
    const nodes = describeDataset(drawing, distributions);
    const basis = keep('digest of a context', [context], () => digest(JSON.stringify(context)));
    const written = await recall.later('description of a dataset', [JSON.stringify(nodes), basis], () =>
      serializeDescription(nodes, context),
    );
    return [placeFile(turtle, { name }, written.turtle), placeFile(jsonld, { name }, written.jsonld)];
  },
};
