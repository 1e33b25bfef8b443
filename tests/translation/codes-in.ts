import type { Nodes } from 'mdast';
import { parseSegment } from '../../pipeline/text/syntax.ts';

/** Inline codes of a segment in the order in which they begin, each without its words: "[](country:peru)", "*", "[^note]". */
export function codesIn(markdown: string, footnotes: string[]): string[] {
  const read = (nodes: readonly Nodes[]): string[] =>
    nodes.flatMap((node) => {
      if (node.type === 'text') return [];
      return [formOf(node, markdown), ...('children' in node ? read(node.children) : [])];
    });
  return read(parseSegment(markdown, { footnotes, allowHtml: true }).children);
}

function formOf(node: Nodes, markdown: string): string {
  switch (node.type) {
    case 'link':
      return `[](${node.url})`;
    case 'image':
      return `![](${node.url})`;
    case 'emphasis':
      return '*';
    case 'strong':
      return '**';
    case 'break':
      return '\\';
    default:
      return markdown.slice(node.position?.start.offset, node.position?.end.offset);
  }
}
