import { serializeJson } from '../../values/serialize-json.ts';
import { jsonldType } from '../media-types.ts';
import type { FileKind, SharedOutput } from './output.ts';
import { placeFile } from './place-file.ts';

const file: FileKind = { path: 'data/context.jsonld', mediaType: jsonldType };

/** The context that the data of all publications share, as a document of its own: all that one of them carries. */
export const dataContext: SharedOutput = {
  name: 'data-context',
  files: [file],
  write: async ({ vocabulary: { context }, shares }) => {
    const carried = new Set(shares.flatMap(({ terms }) => terms));
    const shared = Object.entries(context).filter(([term]) => carried.has(term));
    return [placeFile(file, {}, serializeJson({ '@context': Object.fromEntries(shared) }))];
  },
};
