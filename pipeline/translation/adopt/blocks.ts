import type { Nodes } from 'mdast';
import { excerpt } from '../../rules/excerpt.ts';
import { type BlockToken, readBlockTokens, signatureOf, wordsOf } from './tokens.ts';

/** Whether a block holds words, and not other blocks. */
export function isLeaf(node: Nodes): boolean {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}

export function childrenOf(node: Nodes): Nodes[] {
  return 'children' in node ? node.children : [];
}

/** The tokens of a block that holds words. */
export function tokensOf(node: Nodes): BlockToken[] {
  return readBlockTokens(childrenOf(node));
}

/** Equal for nodes that differ in nothing but words. */
export function blockKindOf(node: Nodes | undefined): string {
  switch (node?.type) {
    case undefined:
      return '';
    case 'heading':
      return `heading ${node.depth}`;
    case 'list':
      return `list ${node.ordered} ${node.start} ${node.spread}`;
    case 'listItem':
      return `listItem ${node.spread}`;
    case 'table':
      return `table ${node.align}`;
    case 'footnoteDefinition':
      return `[^${node.identifier}]`;
    case 'code':
      return `code ${node.lang} ${node.meta}`;
    default:
      return node?.type ?? '';
  }
}

/** Equal for nodes that a reader cannot tell apart. */
export function signature(node: Nodes): string {
  if (isLeaf(node)) return `${blockKindOf(node)} ${signatureOf(tokensOf(node))}`;
  const value = 'value' in node ? node.value : '';
  return JSON.stringify([blockKindOf(node), value, childrenOf(node).map(signature)]);
}

/** Whether what differs on one side stands at another place on the other. Cells may have each other's words. */
export function isReordered(was: Nodes[], is: Nodes[]): boolean {
  const before = was.map(signature);
  const after = is.map(signature);
  const gone = new Set(before.filter((own, index) => own !== after[index]));
  return is.some(({ type }, index) => {
    const own = after[index] ?? '';
    return type !== 'tableCell' && own !== before[index] && gone.has(own);
  });
}

/** The words of blocks, for a message. */
export function excerptOf(nodes: Nodes[]): string {
  const text = (node: Nodes): string => {
    if (isLeaf(node)) return wordsOf(tokensOf(node));
    return 'value' in node ? node.value : childrenOf(node).map(text).join(' ');
  };
  return excerpt(nodes.map(text).join(' '));
}
