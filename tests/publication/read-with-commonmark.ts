import { Parser } from 'commonmark';
import { anchorsIn, type Mark } from './marks.ts';

/** Reads Markdown by the reference implementation of https://spec.commonmark.org; a table is a paragraph to it. */
export function readWithCommonmark(markdown: string): Mark[] {
  const marks: Mark[] = [];
  const walker = new Parser().parse(markdown).walker();
  for (let step = walker.next(); step !== null; step = walker.next()) {
    if (!step.entering) continue;
    const { node } = step;
    if (node.type === 'heading') marks.push({ kind: 'heading', value: String(node.level) });
    if (node.type === 'paragraph') marks.push({ kind: 'block', value: '' });
    if (node.type === 'link') marks.push({ kind: 'link', value: node.destination ?? '' });
    if (node.type === 'html_inline' || node.type === 'html_block')
      marks.push(...anchorsIn(node.literal ?? ''));
    if (node.type === 'text' || node.type === 'code') marks.push({ kind: 'text', value: node.literal ?? '' });
    if (node.type === 'softbreak' || node.type === 'linebreak') marks.push({ kind: 'text', value: ' ' });
  }
  return marks;
}
