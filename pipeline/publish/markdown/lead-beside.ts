import type { Nodes, RootContent } from 'mdast';
import type { ComposedFile } from './composed-file.ts';
import { readFragment } from './fragment.ts';

/** Has the links of a file to anchors that the file beside it has lead there: "#hub-andean" is "borders-register.md#hub-andean". */
export function leadBeside(
  content: readonly RootContent[],
  { name, content: other }: ComposedFile,
): RootContent[] {
  const anchors = new Set<string>();
  for (const node of other) collectAnchors(node, anchors);
  const lead = <T extends Nodes>(node: T): T => {
    if (!('children' in node)) return node;
    const children = (node.children as Nodes[]).map(lead);
    const isBeside = node.type === 'link' && node.url.startsWith('#') && anchors.has(readFragment(node.url));
    return isBeside ? { ...node, url: name + node.url, children } : { ...node, children };
  };
  return content.map(lead);
}

function collectAnchors(node: Nodes, anchors: Set<string>): void {
  if (node.type === 'html') {
    for (const [, id = ''] of node.value.matchAll(/<a id="([^"]*)">/g)) anchors.add(id);
  } else if ('children' in node) for (const child of node.children) collectAnchors(child, anchors);
}
