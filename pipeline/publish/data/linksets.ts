import type { Quad } from '@rdfjs/types';
import type { Iris } from '../../graph/iri.ts';
import { add, literal, type Node, ref } from '../../linked/rdf/nodes.ts';

/** Properties that lead to things in other datasets. */
const linking = ['http://schema.org/sameAs', 'http://qudt.org/schema/qudt/hasUnit'];

/**
 * One void:Linkset for each property and dataset that the data links to, with the number of links
 * (https://www.w3.org/TR/void/#linkset). The other dataset is told by where its addresses begin.
 */
export function writeLinksets(dataset: Node, quads: Quad[], iris: Iris): Node[] {
  const links = new Map<string, { property: string; target: string; count: number }>();
  for (const { predicate, object } of quads) {
    if (!linking.includes(predicate.value) || object.value.startsWith(iris.base)) continue;
    const target = /^https?:\/\/[^/]+\/(?:[a-z-]+\/)*/.exec(object.value)?.[0];
    if (target === undefined) continue;
    const key = `${predicate.value} ${target}`;
    const known = links.get(key) ?? { property: predicate.value, target, count: 0 };
    links.set(key, { ...known, count: known.count + 1 });
  }
  const sorted = [...links].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  return sorted.flatMap(({ property, target, count }) => {
    const slug = target
      .replace(/^https?:\/\//, '')
      .replace(/[^a-z0-9]+/gi, '-')
      .replace(/^-|-$/g, '');
    const other: Node = { '@id': target, '@type': ['void:Dataset'] };
    add(other, 'void:uriSpace', literal(target));
    const name = property.replace(/^.*[/#]/, '');
    const node: Node = { '@id': `${dataset['@id']}#links-${name}-${slug}`, '@type': ['void:Linkset'] };
    add(node, 'void:subjectsTarget', ref(dataset['@id']));
    add(node, 'void:objectsTarget', ref(target));
    add(node, 'void:linkPredicate', ref(property));
    add(node, 'void:triples', literal(String(count), 'xsd:integer'));
    add(dataset, 'void:subset', ref(node['@id']));
    return [node, other];
  });
}
