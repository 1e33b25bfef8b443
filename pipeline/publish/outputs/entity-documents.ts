import type { EntityId, OutputFile } from '../../model.ts';
import { addTo } from '../../values/add-to.ts';
import type { EntityDocument } from '../data/write-entity-documents.ts';
import { jsonldType, turtleType } from '../media-types.ts';
import type { EntityFiles } from '../text-share.ts';
import type { FileKind, SharedOutput } from './output.ts';
import { placeFile } from './place-file.ts';

const turtle: FileKind = { path: 'data/entities/{type}/{slug}.ttl', mediaType: turtleType };
const jsonld: FileKind = { path: 'data/entities/{type}/{slug}.jsonld', mediaType: jsonldType };

/** Of the project: several publications may speak of one entity, and its document has what each says. */
export const entityDocuments: SharedOutput = {
  name: 'entity-documents',
  files: [turtle, jsonld],
  isIgnored: true,
  write: async ({ shares, vocabulary, services: { lay } }) => {
    const { joinEntityDocuments } = await import('../data/join-entity-documents.ts');
    const byEntity = new Map<EntityId, EntityFiles[]>();
    for (const files of shares.flatMap(({ entities }) => entities)) addTo(byEntity, files.entity, files);
    const written: OutputFile[] = [];
    for (const [, [first, ...others]] of [...byEntity].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (first === undefined) continue;
      const files =
        others.length === 0 ? first : placeEntity(await joinEntityDocuments([first, ...others], vocabulary));
      written.push(lay(files.turtle), lay(files.jsonld));
    }
    return written;
  },
};

/** The files of the documents of an entity. */
export function placeEntity({ entity, ...written }: EntityDocument): EntityFiles {
  return {
    entity,
    turtle: placeFile(turtle, { entity }, written.turtle),
    jsonld: placeFile(jsonld, { entity }, written.jsonld),
  };
}
