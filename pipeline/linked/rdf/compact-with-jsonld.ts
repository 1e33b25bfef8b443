import type { JsonLdDocument } from 'jsonld';
import type { JsonObject } from '../../model.ts';
import { refuseToFetch } from './expand-with-jsonld.ts';

/**
 * Compacts nodes with jsonld in safe mode, in which what would be dropped is an error instead
 * (https://github.com/digitalbazaar/jsonld.js#safe-mode): an error here is a bug of ours. Nothing is fetched.
 *
 * @param context the JSON-LD context that the keys of the nodes are of, and those of the result
 * @returns an object with @context and @graph
 */
export async function compactWithJsonld(nodes: readonly object[], context: JsonObject): Promise<JsonObject> {
  const { default: jsonld } = await import('jsonld');
  const options = { safe: true, graph: true, documentLoader: refuseToFetch };
  const document = { '@context': context, '@graph': nodes } as unknown as JsonLdDocument;
  const compacted = await jsonld.compact(document, context as Parameters<typeof jsonld.compact>[1], options);
  return { ...(compacted as JsonObject), '@context': context };
}
