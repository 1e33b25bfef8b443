import type { NamedNode, Quad } from '@rdfjs/types';
import { DataFactory } from 'n3';
import type { Json, JsonObject } from '../../model.ts';
import type { Node } from './nodes.ts';
import { readPrefixes } from './read-prefixes.ts';
import { sortQuads } from './sort-quads.ts';

const { blankNode, literal, namedNode, quad } = DataFactory;
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/**
 * The triples of nodes, sorted, without a JSON-LD processor: for graphs that are not published as JSON-LD, and that every
 * build makes anew. Knows references, literals and lists; keys and addresses may be compact.
 *
 * @param context its prefixes are known
 * @throws Error for a value that is none of these: a bug of ours
 */
export function nodesToQuads(nodes: readonly Node[], context: JsonObject): Quad[] {
  const prefixes = readPrefixes(context);
  const quads: Quad[] = [];
  let cells = 0;
  const expand = (iri: string): NamedNode => {
    const [, prefix = '', local = ''] = /^([A-Za-z][\w-]*):(?!\/\/)(.*)$/.exec(iri) ?? [];
    const namespace = prefixes.get(prefix);
    return namedNode(namespace === undefined ? iri : namespace + local);
  };
  const toTerm = (value: Json): Quad['object'] => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Error(JSON.stringify(value));
    const { '@id': id, '@value': words, '@language': language, '@type': type, '@list': items } = value;
    if (typeof id === 'string') return expand(id);
    if (Array.isArray(items)) return toList(items);
    if (typeof words !== 'string') throw new Error(JSON.stringify(value));
    if (typeof language === 'string') return literal(words, language);
    return typeof type === 'string' ? literal(words, expand(type)) : literal(words);
  };
  const toList = (items: Json[]): Quad['object'] =>
    items.reduceRight<Quad['object']>(
      (rest, item) => {
        cells += 1;
        const cell = blankNode(`cell-${cells}`);
        quads.push(
          quad(cell, namedNode(`${rdf}first`), toTerm(item)),
          quad(cell, namedNode(`${rdf}rest`), rest as NamedNode),
        );
        return cell;
      },
      namedNode(`${rdf}nil`),
    );
  for (const { '@id': id, '@type': types = [], ...properties } of nodes) {
    const subject = expand(id);
    for (const type of types) quads.push(quad(subject, namedNode(`${rdf}type`), expand(type)));
    for (const [key, values] of Object.entries(properties)) {
      for (const value of [values ?? []].flat()) quads.push(quad(subject, expand(key), toTerm(value)));
    }
  }
  return sortQuads(quads);
}
