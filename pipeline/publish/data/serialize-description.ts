import { compactNodes } from '../../linked/rdf/compact-nodes.ts';
import { expandNodes } from '../../linked/rdf/expand-nodes.ts';
import type { Node } from '../../linked/rdf/nodes.ts';
import { readPrefixes } from '../../linked/rdf/read-prefixes.ts';
import { writeTurtle } from '../../linked/rdf/write-turtle.ts';
import type { JsonObject } from '../../model.ts';
import { serializeJson } from '../../values/serialize-json.ts';
import { narrowContext } from './narrow-context.ts';

/** The description of a dataset as Turtle and JSON-LD, with as much of the context as it uses. */
export async function serializeDescription(
  nodes: Node[],
  context: JsonObject,
): Promise<{ turtle: string; jsonld: string }> {
  const quads = await expandNodes(nodes, context);
  const compacted = await compactNodes(nodes, context);
  const value = { ...compacted, '@context': narrowContext(context, compacted['@graph'] as JsonObject[]) };
  return { turtle: writeTurtle(quads, readPrefixes(context)), jsonld: serializeJson(value) };
}
