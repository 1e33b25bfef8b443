import type { Image, InlineCode, Link, Nodes, Paragraph, Parents, Root, Text } from 'mdast';
import { findLineBreaks } from './join-lines.ts';
import { visitNodes } from './visit-nodes.ts';

/** What a tree was read from. */
interface TreeSource {
  text: string;
  /** As in `Document`. */
  quotationMarks: ReadonlySet<number>;
}

/** Nodes whose children are words. */
const phrasing: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'link',
]);

/**
 * Makes line endings LF and, unless `allowHtml`, HTML the text that it is written as. What may stand on several lines and is no
 * words, such as code and titles, comes to stand on one. Changes the tree in place.
 */
export function normalizeTree(tree: Root, source: TreeSource, options: { allowHtml: boolean }): void {
  visitNodes(tree, (node, parents) => {
    const parent = parents.at(-1);
    if (node.type === 'inlineCode') joinCode(node, source);
    if ('value' in node && node.value.includes('\r')) node.value = node.value.replace(/\r\n?/g, '\n');
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') joinTitle(node);
    if (node.type === 'image' || node.type === 'imageReference') node.alt = joinWords(node.alt ?? '');
    // The ids that it leads to are NFC.
    if (node.type === 'link' && node.url.startsWith('#')) node.url = node.url.normalize('NFC');
    const isInCell = () => parents.some(({ type }) => type === 'tableCell');
    if (node.type === 'link' && isInCell()) unescapePipes(node);
    if (node.type !== 'html' || !parent) return;
    if (phrasing.has(parent.type)) node.value = joinWords(node.value);
    if (isInCell()) node.value = node.value.replaceAll('\\|', '|');
    if (!options.allowHtml) becomeText(node, parent);
  });
}

function becomeText(node: Extract<Nodes, { type: 'html' }>, parent: Parents): void {
  const text: Text = { type: 'text', value: node.value };
  if (node.position) text.position = node.position;
  const children: (Paragraph | Text)[] = parent.children as (Paragraph | Text)[];
  const index = children.indexOf(node as unknown as Text);
  if (phrasing.has(parent.type)) {
    children[index] = text;
  } else {
    const paragraph: Paragraph = { type: 'paragraph', children: [text] };
    if (node.position) paragraph.position = node.position;
    children[index] = paragraph;
  }
}

/**
 * Line endings in code are spaces, and lines of a paragraph have no indentation
 * (https://spec.commonmark.org/0.31.2/#code-spans, #paragraphs); micromark keeps both.
 */
function joinCode(node: InlineCode, { text, quotationMarks }: TreeSource): void {
  const range = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  const breaks = findLineBreaks(text, range, quotationMarks);
  if (breaks.length === 0) return;
  let raw = '';
  let at = range.start;
  for (const { start, end } of breaks) {
    raw += `${text.slice(at, start)} `;
    at = end;
  }
  raw += text.slice(at, range.end);
  const fence = /^`+/.exec(raw)?.[0].length ?? 0;
  const code = raw.slice(fence, raw.length - fence);
  node.value = /^ .*[^ ].* $/s.test(code) ? code.slice(1, -1) : code;
}

function joinTitle(node: { title?: string | null | undefined }): void {
  if (node.title) node.title = joinWords(node.title);
}

function joinWords(text: string): string {
  return text.replace(/[ \t]*(?:\r\n?|\n)[ \t]*/g, ' ');
}

/** A pipe of an address in angle brackets is escaped for the table, which the parser does not see. */
function unescapePipes(node: Link | Image): void {
  const [only] = 'children' in node ? node.children : [];
  if (only?.type !== 'text' || only.value !== node.url) return;
  node.url = node.url.replaceAll('\\|', '|');
  only.value = node.url;
}
