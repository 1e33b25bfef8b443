import type { Paragraph, Root, Text } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';

/** Makes line endings LF and, unless `allowHtml`, HTML the text that it is written as. Changes the tree in place. */
export function normalizeTree(tree: Root, options: { allowHtml: boolean }): void {
  visitParents(tree, (node, parents) => {
    if ('value' in node && node.value.includes('\r')) node.value = node.value.replace(/\r\n?/g, '\n');
    if ((node.type === 'link' || node.type === 'image') && node.title) {
      node.title = node.title.replace(/\s*[\r\n]\s*/g, ' ');
    }
    const parent = parents.at(-1);
    if (node.type !== 'html' || options.allowHtml || !parent) return;
    const text: Text = { type: 'text', value: node.value };
    if (node.position) text.position = node.position;
    const children: (Paragraph | Text)[] = parent.children as (Paragraph | Text)[];
    const index = children.indexOf(node as unknown as Text);
    const isInline = ['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'link'].includes(
      parent.type,
    );
    if (isInline) {
      children[index] = text;
    } else {
      const paragraph: Paragraph = { type: 'paragraph', children: [text] };
      if (node.position) paragraph.position = node.position;
      children[index] = paragraph;
    }
  });
}
