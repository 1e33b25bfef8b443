import type { ImageReference, LinkReference, Nodes } from 'mdast';

/** The links and images in a tree whose address stands in a definition. */
export function listReferences(node: Nodes): (LinkReference | ImageReference)[] {
  const own = node.type === 'linkReference' || node.type === 'imageReference' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(listReferences)] : own;
}
