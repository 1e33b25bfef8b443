import type { JsonObject } from '../../model.ts';
import { serializeJson } from '../../values/serialize-json.ts';
import type { Drawn } from '../drawing.ts';
import { jsonldType } from '../media-types.ts';
import { linkedData } from './linked-data.ts';
import type { FileKind, SharedOutput } from './output.ts';
import { placeFile } from './place-file.ts';

const file: FileKind = { path: 'data/context.jsonld', mediaType: jsonldType };

/** The context that the data of all publications share, as a document of its own: all that one of them carries. */
export const dataContext: SharedOutput = {
  name: 'data-context',
  files: [file],
  write: async ({ vocabulary: { context }, drawn }) => {
    const carried = new Set(drawn.flatMap((each) => Object.keys(contextOf(each))));
    const shared = Object.entries(context).filter(([term]) => carried.has(term));
    return [placeFile(file, {}, serializeJson({ '@context': Object.fromEntries(shared) }))];
  },
};

/** The context that the JSON-LD of a publication carries. */
function contextOf({ filesOf }: Drawn): JsonObject {
  const document = filesOf(linkedData).find(({ mediaType }) => mediaType === jsonldType);
  const { '@context': context = {} } = JSON.parse(document?.text ?? '{}') as { '@context'?: JsonObject };
  return context;
}
