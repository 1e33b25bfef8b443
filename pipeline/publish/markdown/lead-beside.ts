import type { Nodes, RootContent } from 'mdast';
import type { ComposedFile } from './composed-file.ts';
import { readFragment } from './fragment.ts';

/**
 * Has the links of a file to anchors that the file beside it has lead there: "#hub-andean" is "borders-register.md#hub-andean".
 *
 * @param name of the file beside it
 * @param anchors that it has
 */
export function leadBeside(
  content: readonly RootContent[],
  name: string,
  anchors: ReadonlySet<string>,
): RootContent[] {
  if (anchors.size === 0) return [...content];
  const lead = <T extends Nodes>(node: T): T => {
    if (!('children' in node)) return node;
    const children = (node.children as Nodes[]).map(lead);
    const isBeside = node.type === 'link' && node.url.startsWith('#') && anchors.has(readFragment(node.url));
    return isBeside ? { ...node, url: name + node.url, children } : { ...node, children };
  };
  return content.map(lead);
}

/** The ids that links to a file may name. */
export function listAnchors({ content }: ComposedFile): Set<string> {
  const anchors = new Set<string>();
  for (const node of content) collectAnchors(node, anchors);
  return anchors;
}

function collectAnchors(node: Nodes, anchors: Set<string>): void {
  if (node.type === 'html') {
    for (const [, id = ''] of node.value.matchAll(/<span id="([^"]*)">/g)) anchors.add(id);
  } else if ('children' in node) for (const child of node.children) collectAnchors(child, anchors);
}
