import { findTermUseInData } from '../graph/find-term-use-in-data.ts';
import { createIris } from '../graph/iri.ts';
import { readNquads } from '../linked/rdf/read-nquads.ts';
import type { Json, JsonObject, Language, OutputFile } from '../model.ts';
import type { PublishedBefore } from '../project/build-services.ts';
import { sourceOfPage } from '../project/page-glob.ts';
import { writeEntityDocuments } from './data/write-entity-documents.ts';
import type { PublishingContext } from './drawing.ts';
import { jsonldType, ntriplesType } from './media-types.ts';
import { createPathTest } from './outputs/create-path-test.ts';
import { placeEntity } from './outputs/entity-documents.ts';
import { linkedData } from './outputs/linked-data.ts';
import type { Output } from './outputs/output.ts';
import { publicationOutputs } from './outputs/outputs.ts';
import { shareDataset } from './share-dataset.ts';
import type { TextOutcome } from './text-outcome.ts';
import type { TextShare } from './text-share.ts';

/**
 * What stays published of a text that is held: its files as they are, and what they give to the outputs of the project, read
 * back out of its data. Nothing where it was never published.
 */
export async function keepPublished(
  held: TextOutcome,
  published: PublishedBefore,
  context: PublishingContext,
): Promise<TextOutcome> {
  const { name, page } = held;
  const languages: Language[] = context.configuration.editions.map(({ language }) => language);
  const isOwnPage = ({ path }: OutputFile) => page !== undefined && sourceOfPage(path, languages) === page;
  const isOwn = createPathTest(publicationOutputs, name);
  const outputs = page === undefined ? published.files.filter(({ path }) => isOwn(path)) : [];
  const fileOf = (output: Output, type: string) => {
    const isOf = createPathTest([output], name);
    return outputs.find(({ path, mediaType }) => mediaType === type && isOf(path));
  };
  return {
    ...held,
    outputs,
    pages: published.pages.filter(isOwnPage),
    proof: page === undefined ? published.proofs.get(name) : undefined,
    share: await shareAgain(name, fileOf, context),
  };
}

async function shareAgain(
  name: string,
  fileOf: (output: Output, mediaType: string) => OutputFile | undefined,
  { vocabulary, configuration, services }: PublishingContext,
): Promise<TextShare | undefined> {
  const [ntriples, jsonld] = [fileOf(linkedData, ntriplesType), fileOf(linkedData, jsonldType)];
  if (!ntriples || !jsonld) return undefined;
  try {
    const quads = readNquads(ntriples.text);
    const document = JSON.parse(jsonld.text) as JsonObject;
    const { entities } = createIris(configuration.base);
    const subjects = new Set(quads.map(({ subject }) => subject.value));
    const ids = [...subjects].flatMap((iri) =>
      iri.startsWith(entities) && !iri.includes('#') ? iri.slice(entities.length).replace('/', ':') : [],
    );
    const telling = { ids, quads, compact: async () => document };
    const documents = await writeEntityDocuments(telling, vocabulary, configuration, services);
    return {
      use: findTermUseInData(vocabulary, quads),
      terms: Object.keys(contextOf(document)),
      entities: documents.map(placeEntity),
      dataset: shareDataset(name, configuration.base, vocabulary, fileOf),
    };
  } catch {
    // Somebody has changed the files: they stay, and say nothing to others.
    return undefined;
  }
}

function contextOf({ '@context': context }: { [key: string]: Json }): JsonObject {
  return typeof context === 'object' && context !== null && !Array.isArray(context) ? context : {};
}
