import type { Node } from '../../linked/rdf/nodes.ts';
import { readPrefixes } from '../../linked/rdf/read-prefixes.ts';
import { writeNodes } from '../../linked/rdf/write-nodes.ts';
import { writeTurtle } from '../../linked/rdf/write-turtle.ts';
import type { JsonObject } from '../../model.ts';
import { serializeJson } from '../../values/serialize-json.ts';
import { narrowContext } from './narrow-context.ts';

/** The description of a dataset as Turtle and JSON-LD, with as much of the context as it uses. */
export async function serializeDescription(
  nodes: Node[],
  context: JsonObject,
): Promise<{ turtle: string; jsonld: string }> {
  const { quads, compact } = await writeNodes(nodes, context);
  const compacted = await compact();
  const value = { ...compacted, '@context': narrowContext(context, compacted['@graph'] as JsonObject[]) };
  return { turtle: writeTurtle(quads, readPrefixes(context)), jsonld: serializeJson(value) };
}
