import { jsonldType, turtleType } from '../media-types.ts';
import type { FileKind, SharedOutput } from './output.ts';
import { placeFile } from './place-file.ts';

const turtle: FileKind = { path: 'data/entities/{type}/{slug}.ttl', mediaType: turtleType };
const jsonld: FileKind = { path: 'data/entities/{type}/{slug}.jsonld', mediaType: jsonldType };

/** Of the project: several publications may speak of one entity, and its document has what each says. */
export const entityDocuments: SharedOutput = {
  name: 'entity-documents',
  files: [turtle, jsonld],
  isIgnored: true,
  write: async ({ drawn, vocabulary, configuration, services }) => {
    const { writeEntityDocuments } = await import('../data/write-entity-documents.ts');
    const documents = await writeEntityDocuments(drawn, vocabulary, configuration, services);
    return documents.flatMap(({ entity, ...written }) => [
      placeFile(turtle, { entity }, written.turtle),
      placeFile(jsonld, { entity }, written.jsonld),
    ]);
  },
};
