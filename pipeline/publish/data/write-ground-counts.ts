import { add, literal, type Node, ref, taggedAll } from '../../linked/rdf/nodes.ts';
import type { LanguageMap } from '../../model.ts';
import type { GroundCounts } from './count-grounds.ts';

/**
 * How many assertions of a dataset rest on what, as parts of it with their numbers of triples
 * (https://www.w3.org/TR/void/#subset).
 */
export function writeGroundCounts(
  dataset: Node,
  { stated, recorded, inferred }: GroundCounts,
  wordsFor: (ground: keyof GroundCounts) => LanguageMap,
): Node[] {
  return Object.entries({ stated, recorded, inferred }).map(([name, count]) => {
    const node: Node = { '@id': `${dataset['@id']}#${name}`, '@type': ['void:Dataset'] };
    add(node, 'dct:title', ...taggedAll(wordsFor(name as keyof GroundCounts)));
    add(node, 'void:triples', literal(String(count), 'xsd:integer'));
    add(dataset, 'void:subset', ref(node['@id']));
    return node;
  });
}
