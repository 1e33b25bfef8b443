import type { EntityId, OutputFile, Vocabulary } from '../../model.ts';
import type { BuildServices } from '../../project/build-services.ts';
import { addTo } from '../../values/add-to.ts';
import { countBytes } from '../count-bytes.ts';
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
  write: async ({ shares, vocabulary, services }) => {
    const join = await createJoin(vocabulary, services);
    const byEntity = new Map<EntityId, EntityFiles[]>();
    for (const files of shares.flatMap(({ entities }) => entities)) addTo(byEntity, files.entity, files);
    const written: OutputFile[] = [];
    for (const [, [first, ...others]] of [...byEntity].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (first === undefined) continue;
      const files = others.length === 0 ? first : await join([first, ...others]);
      written.push(services.lay(files.turtle), services.lay(files.jsonld));
    }
    return written;
  },
};

type Joined = readonly [EntityFiles, ...EntityFiles[]];

/** Joins the documents of an entity; of the same ones what is published already is the same, and is not made again. */
async function createJoin(
  vocabulary: Vocabulary,
  { recall, digest, inPlace }: BuildServices,
): Promise<(files: Joined) => Promise<EntityFiles>> {
  const { joinEntityDocuments } = await import('../data/join-entity-documents.ts');
  const context = digest(JSON.stringify(vocabulary.context));
  return async (files) => {
    const { entity } = files[0];
    const told = files.map(({ turtle: file }) => countBytes(file, digest).sha256);
    let made: EntityFiles | undefined;
    const make = async () => placeEntity(await joinEntityDocuments(files, vocabulary));
    const digests = await recall.later('joined documents of an entity', [context, ...told], async () => {
      made = await make();
      return { turtle: countBytes(made.turtle, digest), jsonld: countBytes(made.jsonld, digest) };
    });
    if (made) return made;
    const placed = placeEntity({ entity, turtle: '', jsonld: '' });
    const known = inPlace({ ...placed.turtle, digest: digests.turtle });
    const other = known && inPlace({ ...placed.jsonld, digest: digests.jsonld });
    return other ? { entity, turtle: known, jsonld: other } : make();
  };
}

/** The files of the documents of an entity. */
export function placeEntity({ entity, ...written }: EntityDocument): EntityFiles {
  return {
    entity,
    turtle: placeFile(turtle, { entity }, written.turtle),
    jsonld: placeFile(jsonld, { entity }, written.jsonld),
  };
}
