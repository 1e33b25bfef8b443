import type { Root } from 'mdast';
import { visitBlocks } from '../text/visit-blocks.ts';

/** Labels of the footnotes that a document defines, without the caret. */
export function footnoteLabels(tree: Root): string[] {
  const labels: string[] = [];
  visitBlocks(tree, (node) => {
    if (node.type === 'footnoteDefinition') labels.push(node.label ?? node.identifier);
  });
  return labels;
}
