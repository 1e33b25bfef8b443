import { jsonldType, nquadsType, turtleType } from '../media-types.ts';
import type { FileKind, SharedOutput } from './output.ts';
import { placeFile } from './place-file.ts';
import { placePieces } from './place-pieces.ts';

const union: FileKind = { path: 'union.nq', mediaType: nquadsType };
const turtle: FileKind = { path: 'catalog.ttl', mediaType: turtleType };
const jsonld: FileKind = { path: 'catalog.jsonld', mediaType: jsonldType };

/**
 * What the publications are as a whole: a catalogue of their datasets, and all of their data, of each in a graph of its own, so that it can
 * be told who says what. None where there is one publication: it would say the same as its own files.
 */
export const corpus: SharedOutput = {
  name: 'corpus',
  files: [turtle, jsonld, union],
  isOfMany: true,
  write: async ({ shares, vocabulary, configuration, wordsOf, services }) => {
    const datasets = shares.flatMap(({ dataset }) => dataset ?? []);
    const { writeUnion } = await import('../data/write-union.ts');
    const { writeDatasetCatalog } = await import('../data/write-dataset-catalog.ts');
    const { serializeDescription } = await import('../data/serialize-description.ts');
    const graphs = services.lay(placePieces(union, () => writeUnion(datasets)));
    const words = (key: string) =>
      Object.fromEntries(
        configuration.editions.map(({ language }) => [
          language,
          wordsOf(language).t(`edition:catalog.${key}`, { base: configuration.base }),
        ]),
      );
    const nodes = writeDatasetCatalog(datasets, graphs, {
      base: configuration.base,
      words: { title: words('title'), description: words('description'), union: words('union') },
      digest: services.digest,
    });
    const written = await serializeDescription(nodes, vocabulary.context);
    return [placeFile(turtle, {}, written.turtle), placeFile(jsonld, {}, written.jsonld), graphs];
  },
};
