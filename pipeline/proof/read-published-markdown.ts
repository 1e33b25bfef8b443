import MarkdownIt, { type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { Nodes, Parents, Root } from 'mdast';
import { createPlaceFinder, type PlaceFinder } from './find-places.ts';

/**
 * Reads Markdown (CommonMark with GFM tables and footnotes, and front matter that is passed over) by a parser that is not the
 * one that our texts are read by: what two parsers read alike, others will. Blocks, links, images, code, notes and HTML become
 * nodes as mdast has them; emphasis becomes the words in it. Positions: of blocks all their lines; of what stands within lines
 * where it begins and ends, or its block, where that is not found.
 */
export function readPublishedMarkdown(text: string): Root {
  // The same lines, so that numbers of lines hold.
  const body = text.replace(/^---\n[\s\S]*?\n---(?=\n|$)/, (matter) => matter.replace(/[^\n]+/g, ''));
  const root: Root = { type: 'root', children: [] };
  const open: Parents[] = [root];
  const places = createPlaceFinder(text);
  for (const token of createParser().parse(body, {})) {
    if (token.nesting < 0) {
      if (container(token)) open.pop();
      continue;
    }
    const parent = open.at(-1) ?? root;
    if (token.type === 'inline') {
      addInline(token.children ?? [], parent, places);
      continue;
    }
    const node = container(token) ?? leaf(token);
    if (!node) continue;
    if (token.map) node.position = places.lines(token.map);
    append(parent, node);
    if (token.nesting > 0 && 'children' in node) open.push(node);
  }
  return root;
}

function createParser() {
  const parser = new MarkdownIt('commonmark', { html: true }).enable('table').use(footnotes);
  parser.disable(['footnote_tail', 'footnote_inline']);
  // Addresses as they were typed: whether one may be followed is not asked here.
  parser.validateLink = () => true;
  parser.normalizeLink = (url) => url;
  parser.normalizeLinkText = (words) => words;
  return parser;
}

/** The node for the blocks between an opening and a closing token; undefined for what mdast has no node for. */
function container({ type, tag, meta }: Token): Parents | undefined {
  switch (type.replace(/_(?:open|close)$/, '')) {
    case 'paragraph':
      return { type: 'paragraph', children: [] };
    case 'heading':
      return { type: 'heading', depth: Number(tag.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6, children: [] };
    case 'blockquote':
      return { type: 'blockquote', children: [] };
    case 'bullet_list':
      return { type: 'list', ordered: false, children: [] };
    case 'ordered_list':
      return { type: 'list', ordered: true, children: [] };
    case 'list_item':
      return { type: 'listItem', children: [] };
    case 'table':
      return { type: 'table', children: [] };
    case 'tr':
      return { type: 'tableRow', children: [] };
    case 'th':
    case 'td':
      return { type: 'tableCell', children: [] };
    case 'footnote_reference':
      return { type: 'footnoteDefinition', identifier: identifierOf(meta), children: [] };
    default:
      return undefined;
  }
}

/** The node of a token that holds no others. */
function leaf(token: Token): Exclude<Nodes, Root> | undefined {
  switch (token.type) {
    case 'text':
    case 'text_special':
      return { type: 'text', value: token.content };
    case 'softbreak':
      return { type: 'text', value: '\n' };
    case 'hardbreak':
      return { type: 'break' };
    case 'code_inline':
      return { type: 'inlineCode', value: token.content };
    case 'fence':
    case 'code_block':
      return { type: 'code', value: token.content };
    case 'html_block':
    case 'html_inline':
      return { type: 'html', value: token.content };
    case 'hr':
      return { type: 'thematicBreak' };
    case 'image':
      return { type: 'image', url: String(token.attrGet('src') ?? ''), alt: token.content };
    case 'footnote_ref':
      return { type: 'footnoteReference', identifier: identifierOf(token.meta) };
    default:
      return undefined;
  }
}

function addInline(tokens: readonly Token[], block: Parents, places: PlaceFinder): void {
  const open: Parents[] = [block];
  for (const token of tokens) {
    const parent = open.at(-1) ?? block;
    if (token.type === 'link_open') {
      const url = String(token.attrGet('href') ?? '');
      const position = token.markup === 'autolink' ? places.next(`<${url}>`) : places.nextLink(url);
      const node: Parents = { type: 'link', url, children: [], position };
      append(parent, node);
      open.push(node);
    } else if (token.type === 'link_close') places.leave(open.pop()?.position);
    else {
      const node = leaf(token);
      if (!node) continue;
      if (node.type === 'image') node.position = places.nextLink(node.url);
      else if (node.type !== 'text' && node.type !== 'break') node.position = places.next(asWritten(token));
      append(parent, node);
    }
  }
}

function asWritten({ content, markup, meta }: Token): string {
  return content === '' ? `[^${labelOf(meta)}]` : `${markup}${content}${markup}`;
}

function append(parent: Parents, node: Nodes): void {
  (parent.children as Nodes[]).push(node);
}

/** As mdast has it: labels are compared without regard to case. */
function identifierOf(meta: unknown): string {
  return labelOf(meta).replace(/\s+/g, ' ').trim().toLowerCase();
}

function labelOf(meta: unknown): string {
  return typeof meta === 'object' && meta !== null && 'label' in meta ? String(meta.label) : '';
}
