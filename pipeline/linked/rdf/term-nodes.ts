import type { Json } from '../../model.ts';
import type { DataSaying, DataTerm } from '../../values/data-term.ts';
import { add, literal, type Node, ref, tagged } from './nodes.ts';

/** Terms in expanded form, and the nodes among them, outer ones first. */
export interface WrittenTerms {
  objects: Json[];
  nodes: Node[];
}

export function writeDataTerms(terms: readonly DataTerm[]): WrittenTerms {
  const nodes: Node[] = [];
  const write = (term: DataTerm): Json => {
    if ('iri' in term) return ref(term.iri);
    if ('text' in term) return tagged(term.text, term.language);
    if ('list' in term) return { '@list': term.list.map(write) };
    if ('value' in term) return literal(term.value, term.datatype);
    const node: Node = { '@id': term.node, ...(term.classes.length > 0 ? { '@type': term.classes } : {}) };
    nodes.push(node, ...addSayings(node, term.says));
    return ref(term.node);
  };
  return { objects: terms.map(write), nodes };
}

/** Says something of a node; the result is the nodes that this leads to. */
export function addSayings(node: Node, says: readonly DataSaying[]): Node[] {
  return says.flatMap(([property, ...terms]) => {
    const { objects, nodes } = writeDataTerms(terms);
    add(node, property, ...objects);
    return nodes;
  });
}
