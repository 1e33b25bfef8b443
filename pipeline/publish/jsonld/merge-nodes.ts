import type { Node } from '../../linked/rdf/nodes.ts';
import type { Json } from '../../model.ts';

/** One node for each address, sorted by it; the values of a property are a set, and sorted too. Inputs stay as they are. */
export function mergeNodes(nodes: Node[]): Node[] {
  const merged = new Map<string, Node>();
  for (const node of nodes) {
    const same = merged.get(node['@id']) ?? { '@id': node['@id'] };
    for (const [key, value] of Object.entries(node)) {
      if (key === '@id' || value === undefined) continue;
      same[key] = union(same[key], value);
    }
    merged.set(node['@id'], same);
  }
  return [...merged.values()].sort((a, b) => (a['@id'] < b['@id'] ? -1 : 1));
}

function union(...lists: (Json | undefined)[]): Json[] {
  const values = new Map<string, Json>();
  for (const value of lists.flat()) if (value !== undefined) values.set(JSON.stringify(value), value);
  return [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
