import type { Nodes, PhrasingContent, Root } from 'mdast';
import type { Position } from 'unist';
import type { SegmentNode } from '../model.ts';

/** Children of a segment's node, and its place in their text; without one the node keeps its own. */
export interface NodeContent {
  children: PhrasingContent[];
  position: Position | undefined;
}

/**
 * Copies a tree: same structure, but where a node is a key of `contents`, its children are those given. The original
 * shares nothing with the copy that a later stage might change.
 *
 * @returns the copy, and the copy of each node of `contents`
 */
export function copyTree(
  root: Root,
  contents: Map<Nodes, NodeContent>,
): { tree: Root; copies: Map<Nodes, SegmentNode> } {
  const copies = new Map<Nodes, SegmentNode>();
  const copy = (node: Nodes): Nodes => {
    const own = contents.get(node);
    if (!('children' in node)) return structuredClone(node);
    const { children: _, ...rest } = node as SegmentNode;
    const clone = structuredClone(rest) as SegmentNode;
    clone.children = own?.children ?? ((node as SegmentNode).children.map(copy) as PhrasingContent[]);
    if (own?.position) clone.position = own.position;
    if (own) copies.set(node, clone);
    return clone;
  };
  return { tree: copy(root) as Root, copies };
}
