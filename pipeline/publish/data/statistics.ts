import type { Iris } from '../../graph/iri.ts';
import type { GraphCounts } from '../../linked/rdf/count-graph.ts';
import { add, literal, type Node, ref } from '../../linked/rdf/nodes.ts';

/** The numbers of a dataset, of each class and of each property (https://www.w3.org/TR/void/#statistics). */
export function writeStatistics(dataset: Node, counts: GraphCounts, iris: Iris): Node[] {
  const integer = (value: number) => literal(String(value), 'xsd:integer');
  add(dataset, 'void:triples', integer(counts.triples));
  add(dataset, 'void:entities', integer(counts.entities));
  add(dataset, 'void:classes', integer(counts.classes.size));
  add(dataset, 'void:properties', integer(counts.properties.size));
  add(dataset, 'void:distinctSubjects', integer(counts.distinctSubjects));
  add(dataset, 'void:distinctObjects', integer(counts.distinctObjects));
  add(dataset, 'void:uriSpace', literal(iris.base));
  const vocabularies = new Set([...counts.classes.keys(), ...counts.properties.keys()].map(namespaceOf));
  for (const vocabulary of [...vocabularies].sort()) add(dataset, 'void:vocabulary', ref(vocabulary));
  const partition = (kind: 'class' | 'property', amount: string, all: Map<string, number>): Node[] =>
    [...all].map(([term, count]) => {
      const node: Node = { '@id': `${dataset['@id']}#${kind}-${slugOf(term)}`, '@type': ['void:Dataset'] };
      add(node, `void:${kind}`, ref(term));
      add(node, amount, integer(count));
      add(dataset, `void:${kind}Partition`, ref(node['@id']));
      return node;
    });
  return [
    ...partition('class', 'void:entities', counts.classes),
    ...partition('property', 'void:triples', counts.properties),
  ];
}

/** The address of a term up to its own name. */
function namespaceOf(iri: string): string {
  return iri.replace(/[^/#]*$/, '');
}

/** A term as a part of an address, so that a new one moves no other. */
function slugOf(iri: string): string {
  return iri.replace(/^https?:\/\//, '').replace(/[^A-Za-z0-9]+/g, '-');
}
