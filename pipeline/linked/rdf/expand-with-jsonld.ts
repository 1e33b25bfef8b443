import type { Quad } from '@rdfjs/types';
import type { JsonLdDocument } from 'jsonld';
import type { JsonObject } from '../../model.ts';
import { readNquads } from './read-nquads.ts';

/**
 * The triples of nodes in expanded or compact form, sorted, by jsonld. In its safe mode, in which what would be dropped is
 * an error instead (https://github.com/digitalbazaar/jsonld.js#safe-mode): an error here is a bug of ours. Nothing is fetched.
 *
 * @param context the JSON-LD context that the keys of the nodes are of
 */
export async function expandWithJsonld(nodes: readonly object[], context: JsonObject): Promise<Quad[]> {
  const { default: jsonld } = await import('jsonld');
  const document = { '@context': context, '@graph': nodes } as unknown as JsonLdDocument;
  const options = { safe: true, format: 'application/n-quads', documentLoader: refuseToFetch } as const;
  return readNquads((await jsonld.toRDF(document, options)) as unknown as string);
}

/** No context is ever fetched: neither builds nor their results may depend on the network. */
export function refuseToFetch(url: string): Promise<never> {
  return Promise.reject(new Error(`${url} would have to be fetched, and nothing is`));
}
