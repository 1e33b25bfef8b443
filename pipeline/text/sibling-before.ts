import type { Nodes } from 'mdast';

/**
 * The node before another one under the same parent; undefined for the first.
 *
 * @param parents of the node, the outermost first
 */
export function siblingBefore(node: Nodes, parents: readonly Nodes[]): Nodes | undefined {
  const parent = parents.at(-1);
  const siblings: readonly Nodes[] = parent && 'children' in parent ? parent.children : [];
  return siblings[siblings.indexOf(node) - 1];
}
