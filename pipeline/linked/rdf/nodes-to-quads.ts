import type { NamedNode, Quad } from '@rdfjs/types';
import { DataFactory } from 'n3';
import type { JsonObject } from '../../model.ts';
import { remember } from '../../values/remember.ts';
import { expandIri } from './expand-iri.ts';
import type { Node } from './nodes.ts';
import { type NodeObject, readObject } from './read-object.ts';
import { readPrefixes } from './read-prefixes.ts';
import { sortQuads } from './sort-quads.ts';

const { blankNode, literal, namedNode, quad } = DataFactory;
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** JSON-LD rewrites numbers of this type (https://www.w3.org/TR/json-ld11-api/#data-round-tripping). */
const double = 'http://www.w3.org/2001/XMLSchema#double';

/**
 * The triples of nodes, sorted, without a JSON-LD processor: the same that one makes of them. Knows references, literals
 * and lists; keys and addresses may be compact. Equal addresses are one object.
 *
 * @param context its prefixes are known, its other terms are not used
 * @throws Error for a value that is none of these, or no address: a bug of ours
 */
export function nodesToQuads(nodes: readonly Node[], context: JsonObject): Quad[] {
  const quads: Quad[] = [];
  const toNamed = createNamedNodes(context);
  let cells = 0;
  const toTerm = (object: NodeObject): Quad['object'] => {
    if ('id' in object) return toNamed(object.id);
    if ('items' in object) return toList(object.items.map(toTerm));
    const { text, language, type } = object;
    if (type === undefined) return literal(text, language);
    const datatype = toNamed(type);
    if (datatype.value === double) throw new Error(`A number of JSON: ${text}`);
    return literal(text, datatype);
  };
  const [first, rest, nil] = [`${rdf}first`, `${rdf}rest`, `${rdf}nil`].map(toNamed) as [
    NamedNode,
    NamedNode,
    NamedNode,
  ];
  const toList = (items: Quad['object'][]): Quad['object'] =>
    items.reduceRight<Quad['object']>((tail, item) => {
      cells += 1;
      const cell = blankNode(`cell-${cells}`);
      quads.push(quad(cell, first, item), quad(cell, rest, tail as NamedNode));
      return cell;
    }, nil);
  for (const { '@id': id, '@type': types = [], ...properties } of nodes) {
    const subject = toNamed(id);
    for (const type of types) quads.push(quad(subject, toNamed(`${rdf}type`), toNamed(type)));
    for (const [key, values] of Object.entries(properties)) {
      const predicate = toNamed(key);
      for (const value of [values ?? []].flat())
        quads.push(quad(subject, predicate, toTerm(readObject(value, asItIs))));
    }
  }
  return sortQuads(quads);
}

/** Addresses become nodes, which are in full. */
function asItIs(iri: string): string {
  return iri;
}

/** Makes the function that gives the node of an address, which may be compact: always the same one. */
function createNamedNodes(context: JsonObject): (iri: string) => NamedNode {
  const prefixes = readPrefixes(context);
  const nodeOf = remember((iri) => namedNode(iri));
  return remember((iri) => {
    const expanded = expandIri(iri, prefixes);
    if (expanded === undefined) throw new Error(`No address: ${iri}`);
    return nodeOf(expanded);
  });
}
