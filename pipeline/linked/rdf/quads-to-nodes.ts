import type { Quad, Term } from '@rdfjs/types';
import type { Json, JsonObject } from '../../model.ts';
import { createAddresses } from './create-addresses.ts';
import { literal, type Node, ref, tagged } from './nodes.ts';
import { readPrefixes } from './read-prefixes.ts';
import { takeLists } from './take-lists.ts';

const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const string = 'http://www.w3.org/2001/XMLSchema#string';

/**
 * The nodes that some triples are made of: what `nodesToQuads` makes triples of. Lists are values, as they have no address.
 *
 * @param context its prefixes shorten keys and addresses
 * @throws Error for a blank node that is no list: none is in what is published
 */
export function quadsToNodes(quads: readonly Quad[], context: JsonObject): Node[] {
  const { shorten } = createAddresses(readPrefixes(context));
  const { rest, lists } = takeLists(quads);
  const toValue = (term: Term): Json => {
    if (term.termType === 'NamedNode') return ref(shorten(term.value));
    if (term.termType === 'Literal') {
      if (term.language !== '') return tagged(term.value, term.language);
      const { value: datatype } = term.datatype;
      return literal(term.value, datatype === string ? undefined : shorten(datatype));
    }
    const items = lists[term.value];
    if (!items) throw new Error(`A blank node that is no list: ${term.value}`);
    return { '@list': items.map(toValue) };
  };
  const nodes = new Map<string, Node>();
  for (const { subject, predicate, object } of rest) {
    const id = shorten(subject.value);
    const node = nodes.get(id) ?? { '@id': id };
    nodes.set(id, node);
    if (predicate.value === type) node['@type'] = [...(node['@type'] ?? []), shorten(object.value)];
    else {
      const key = shorten(predicate.value);
      const known = node[key];
      node[key] = [...(Array.isArray(known) ? known : []), toValue(object)];
    }
  }
  return [...nodes.values()];
}
