import type { Nodes, Parents } from 'mdast';
import { visitNodes } from './visit-nodes.ts';

/** As `visitNodes`, for blocks only: what is in paragraphs, headings and cells is words. */
export function visitBlocks(tree: Nodes, visit: (node: Nodes, parents: readonly Parents[]) => void): void {
  visitNodes(tree, visit, ({ type }) => type !== 'paragraph' && type !== 'heading' && type !== 'tableCell');
}
