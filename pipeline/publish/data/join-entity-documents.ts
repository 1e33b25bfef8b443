import { Parser } from 'n3';
import { createTurtleWriter } from '../../linked/rdf/create-turtle-writer.ts';
import { quadsToNodes } from '../../linked/rdf/quads-to-nodes.ts';
import { readPrefixes } from '../../linked/rdf/read-prefixes.ts';
import { takeLists } from '../../linked/rdf/take-lists.ts';
import { writeNodes } from '../../linked/rdf/write-nodes.ts';
import type { JsonObject, Vocabulary } from '../../model.ts';
import { serializeJson } from '../../values/serialize-json.ts';
import { mergeNodes } from '../jsonld/merge-nodes.ts';
import type { EntityFiles } from '../text-share.ts';
import { narrowContext } from './narrow-context.ts';
import type { EntityDocument } from './write-entity-documents.ts';

/**
 * One document of an entity out of those that several publications have of it: what each says. What is said of the texts themselves,
 * statements and records, has addresses of its publication, so that it stays told apart.
 */
export async function joinEntityDocuments(
  files: readonly [EntityFiles, ...EntityFiles[]],
  { context }: Vocabulary,
): Promise<EntityDocument> {
  const parser = new Parser();
  const told = files.flatMap(({ turtle }) => quadsToNodes(parser.parse(turtle.text), context));
  const { quads, compact } = await writeNodes(mergeNodes(told), context);
  const { rest, lists } = takeLists(quads);
  const nodes = (await compact())['@graph'] as JsonObject[];
  return {
    entity: files[0].entity,
    turtle: createTurtleWriter(readPrefixes(context), lists)(rest),
    jsonld: serializeJson({ '@context': narrowContext(context, nodes), '@graph': nodes }),
  };
}
