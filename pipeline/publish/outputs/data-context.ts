import { serializeJson } from '../../values/serialize-json.ts';
import { jsonldType } from '../media-types.ts';
import type { FileKind, SharedOutput } from './output.ts';
import { placeFile } from './place-file.ts';

const file: FileKind = { path: 'data/context.jsonld', mediaType: jsonldType };

/** The context that the data of all publications share, as a document of its own. */
export const dataContext: SharedOutput = {
  name: 'data-context',
  files: [file],
  isOfSchemas: true,
  write: async ({ vocabulary: { context } }) => [placeFile(file, {}, serializeJson({ '@context': context }))],
};
