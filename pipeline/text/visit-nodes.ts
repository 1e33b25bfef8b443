import type { Nodes, Parents } from 'mdast';

/**
 * Calls `visit` for a node and all in it, parents before children, in the order of the text. Children may be exchanged, added and
 * removed meanwhile, as with unist-util-visit-parents, which takes ten times as long: it gives each call a name.
 *
 * @param visit is told the parents, the outermost first, in a list that holds for the call only
 * @param isEntered whether what is in a node is visited; all is unless given
 */
export function visitNodes(
  tree: Nodes,
  visit: (node: Nodes, parents: readonly Parents[]) => void,
  isEntered: (node: Parents) => boolean = () => true,
): void {
  const parents: Parents[] = [];
  const walk = (node: Nodes): void => {
    visit(node, parents);
    if (!('children' in node) || !isEntered(node)) return;
    parents.push(node);
    for (let at = 0; at < node.children.length; at += 1) walk(node.children[at] as Nodes);
    parents.pop();
  };
  walk(tree);
}
