import type { Nodes } from 'mdast';
import { parseSegment } from '../text/syntax.ts';

/** Inline markup that a translator moves as a whole: a link with its address and title, emphasis, a footnote call. */
export interface InlineCode {
  /** 1-based, in the order in which codes begin. */
  id: number;
  /** Type of the mdast node: "link", "emphasis", "strong", "footnoteReference", "inlineCode", "image", "break", "html". */
  type: Nodes['type'];
  /** Address of a link or image. */
  url: string | undefined;
  title: string | undefined;
  /** What must be the same in every edition: the code without the words in it, and without a title. */
  form: string;
}

/** A stretch of a segment. The `markdown` of all pieces, joined, is the segment's. */
export type Piece =
  /** Words, as Markdown: a backslash before a sign is kept. */
  | { kind: 'text'; markdown: string }
  /** The two ends of a code with words in it: "[" and "](country:peru)". */
  | { kind: 'open' | 'close'; code: InlineCode; markdown: string }
  /** A code without words: "[](border:ec-pe#length)", "[^note]", "`code`". */
  | { kind: 'whole'; code: InlineCode; markdown: string };

/**
 * Cuts a segment's Markdown into words and inline codes. Joining the pieces gives the same Markdown back, byte for
 * byte, so a translation tool can be shown codes and still write Markdown.
 *
 * @param footnotes labels of the document's footnotes, without the caret
 */
export function splitSegment(markdown: string, footnotes: string[]): Piece[] {
  const pieces: Piece[] = [];
  let id = 0;
  const slice = (start: number, end: number): string => markdown.slice(start, end);
  const addText = (start: number, end: number): void => {
    if (end <= start) return;
    const last = pieces.at(-1);
    if (last?.kind === 'text') last.markdown += slice(start, end);
    else pieces.push({ kind: 'text', markdown: slice(start, end) });
  };
  const walk = (nodes: Nodes[], from: number, to: number): void => {
    let end = from;
    for (const node of nodes) {
      const [start, stop] = rangeOf(node);
      addText(end, start);
      end = stop;
      if (node.type === 'text') addText(start, stop);
      else add(node, start, stop);
    }
    addText(end, to);
  };
  const add = (node: Nodes, start: number, stop: number): void => {
    id += 1;
    const code = describe(node, id, slice(start, stop));
    const children: Nodes[] = 'children' in node ? node.children : [];
    const [first, last] = [children[0], children.at(-1)];
    if (!first || !last || isAutolink(slice(start, stop))) {
      pieces.push({ kind: 'whole', code, markdown: slice(start, stop) });
      return;
    }
    const [inner] = rangeOf(first);
    const [, outer] = rangeOf(last);
    pieces.push({ kind: 'open', code, markdown: slice(start, inner) });
    walk(children, inner, outer);
    pieces.push({ kind: 'close', code, markdown: slice(outer, stop) });
  };
  walk(parseSegment(markdown, { footnotes, allowHtml: true }).children, 0, markdown.length);
  return pieces;
}

/** The Markdown of pieces, in their order. */
export function joinPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ markdown }) => markdown).join('');
}

function rangeOf(node: Nodes): [start: number, end: number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

function isAutolink(markdown: string): boolean {
  return markdown.startsWith('<');
}

function describe(node: Nodes, id: number, markdown: string): InlineCode {
  const url = 'url' in node ? node.url : undefined;
  const title = 'title' in node && node.title ? node.title : undefined;
  return { id, type: node.type, url, title, form: formOf(node, markdown) };
}

function formOf(node: Nodes, markdown: string): string {
  switch (node.type) {
    case 'link':
      return `[](${node.url.normalize('NFC')})`;
    case 'image':
      return `![](${node.url.normalize('NFC')})`;
    case 'emphasis':
      return '*';
    case 'strong':
      return '**';
    case 'break':
      return '\\';
    default:
      return markdown.normalize('NFC');
  }
}
