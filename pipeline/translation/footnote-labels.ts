import type { Nodes, Root } from 'mdast';

/** Labels of the footnotes that a document defines, without the caret. */
export function footnoteLabels(tree: Root): string[] {
  const labels = (node: Nodes): string[] => {
    if (node.type === 'footnoteDefinition') return [node.label ?? node.identifier];
    return 'children' in node ? node.children.flatMap(labels) : [];
  };
  return labels(tree);
}
