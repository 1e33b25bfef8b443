import type { Node } from '../../linked/rdf/nodes.ts';
import type { Json } from '../../model.ts';

/**
 * One node for each address, sorted by it; the values of a property are a set, and sorted too. Inputs stay as they are.
 *
 * @param merged nodes that were merged before; none unless given
 */
export function mergeNodes(nodes: readonly Node[], merged: readonly Node[] = []): Node[] {
  const byAddress = new Map(merged.map((node) => [node['@id'], node]));
  const own = new Set<Node>();
  for (const node of nodes) {
    const known = byAddress.get(node['@id']);
    const same: Node = known && own.has(known) ? known : { ...known, '@id': node['@id'] };
    own.add(same);
    for (const [key, value] of Object.entries(node)) {
      if (key === '@id' || value === undefined) continue;
      same[key] = union(same[key], value);
    }
    byAddress.set(node['@id'], same);
  }
  return [...byAddress.values()].sort((a, b) => (a['@id'] < b['@id'] ? -1 : 1));
}

function union(...lists: (Json | undefined)[]): Json[] {
  const all = lists.flat().filter((value) => value !== undefined);
  if (all.length < 2) return all;
  const values = new Map<string, Json>();
  for (const value of all) values.set(JSON.stringify(value), value);
  return [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
