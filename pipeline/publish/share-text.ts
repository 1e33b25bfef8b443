import { findTermUse } from '../graph/vocabulary-in-use.ts';
import type { JsonObject } from '../model.ts';
import { writeEntityDocuments } from './data/write-entity-documents.ts';
import type { Drawn } from './drawing.ts';
import { jsonldType } from './media-types.ts';
import { placeEntity } from './outputs/entity-documents.ts';
import { linkedData } from './outputs/linked-data.ts';
import { shareDataset } from './share-dataset.ts';
import type { TextShare } from './text-share.ts';

/** Takes out of a drawn publication what the outputs of the project are joined from, so that all else of it can be let go. */
export async function shareText(drawn: Drawn): Promise<TextShare> {
  const { publication, vocabulary, configuration, services } = drawn;
  const telling = { ...drawn, ids: publication.graph.entities.keys() };
  const documents = await writeEntityDocuments(telling, vocabulary, configuration, services);
  return {
    use: findTermUse(vocabulary, publication.graph),
    terms: Object.keys(contextOf(drawn)),
    entities: documents.map(placeEntity),
    dataset: shareDataset(publication.name, configuration.base, vocabulary, (output, type) =>
      drawn.filesOf(output).find(({ mediaType }) => mediaType === type),
    ),
  };
}

/** The context that the JSON-LD of a publication carries. */
function contextOf({ filesOf }: Drawn): JsonObject {
  const document = filesOf(linkedData).find(({ mediaType }) => mediaType === jsonldType);
  const { '@context': context = {} } = JSON.parse(document?.text ?? '{}') as { '@context'?: JsonObject };
  return context;
}
