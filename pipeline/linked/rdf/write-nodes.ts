import type { Quad } from '@rdfjs/types';
import type { JsonObject } from '../../model.ts';
import { compactNodes } from './compact-nodes.ts';
import { compactWithJsonld } from './compact-with-jsonld.ts';
import { expandWithJsonld } from './expand-with-jsonld.ts';
import type { Node } from './nodes.ts';
import { nodesToQuads } from './nodes-to-quads.ts';
import { readContext } from './read-context.ts';

/** One graph in two forms. */
export interface WrittenNodes {
  /** Sorted. */
  quads: Quad[];
  /** JSON-LD with its context embedded: an object with @context and @graph. Made when asked for: it is as large as the triples. */
  compact: () => Promise<JsonObject>;
}

/**
 * The triples of nodes, and the nodes as JSON-LD. Both are written without a JSON-LD processor, but where a project's
 * context has what only a processor knows.
 *
 * @param context the JSON-LD context that the keys of the nodes are of, and those of the result
 */
export async function writeNodes(nodes: readonly Node[], context: JsonObject): Promise<WrittenNodes> {
  const known = readContext(context);
  if (!known)
    return {
      quads: await expandWithJsonld(nodes, context),
      compact: () => compactWithJsonld(nodes, context),
    };
  return {
    quads: nodesToQuads(nodes, context),
    compact: async () => ({ '@context': context, '@graph': compactNodes(nodes, known) }),
  };
}
