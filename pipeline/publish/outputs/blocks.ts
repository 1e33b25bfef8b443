import { segmentIds } from '../../text/segment-ids.ts';
import { jsonType } from '../media-types.ts';
import type { FileKind, PublicationOutput } from './output.ts';
import { placeFile } from './place-file.ts';

const file: FileKind = {
  path: '{language}/{name}-blocks.json',
  mediaType: jsonType,
  relation: 'alternate',
};

/** The texts in which evidence counts its positions: a JSON object, in the order of the text, one line for each block. */
export const blocks: PublicationOutput = {
  name: 'blocks',
  files: [file],
  write: async ({ publication: { name, segments }, texts }) => {
    const ids = segmentIds(segments);
    return [...texts.values()].map(({ language, blocks: own }) => {
      const byId = Object.fromEntries([...own].map(([segment, text]) => [ids.get(segment) ?? '', text]));
      return placeFile(file, { name, language }, `${JSON.stringify(byId, null, 2)}\n`);
    });
  },
};
