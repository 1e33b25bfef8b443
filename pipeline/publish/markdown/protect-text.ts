import type { Html, Nodes, Text } from 'mdast';
import { html, text } from './nodes.ts';

/**
 * Characters of a text that are no syntax in our dialect, but are in pandoc's, Quarto's or GitHub's Markdown:
 * `$` and `^` and `~` before a word (mathematics, super- and subscript), `@` at the start of one (citation), `{` before an
 * attribute, a format or a shortcode.
 * https://pandoc.org/MANUAL.html#pandocs-markdown
 */
const foreignSyntax =
  /[$^~](?=\S|$)|(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}_{])|\{(?=\s*(?:[#.=:{<-]|[A-Za-z][\w-]*=))/gu;

/** Puts a backslash before them; CommonMark reads the result as the same text. */
export function protectText<T extends Nodes>(node: T): T {
  if (!('children' in node) || isAutolink(node)) return node;
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] =>
    child.type === 'text' ? split(child) : [protectText(child)],
  );
  return { ...node, children };
}

function split(node: Text): (Text | Html)[] {
  const pieces: (Text | Html)[] = [];
  let from = 0;
  for (const { 0: character, index } of node.value.matchAll(foreignSyntax)) {
    if (index > from) pieces.push(text(node.value.slice(from, index)));
    // Written as it is; the stringifier would double a backslash of a text.
    pieces.push(html(`\\${character}`));
    from = index + 1;
  }
  if (from === 0) return [node];
  return from < node.value.length ? [...pieces, text(node.value.slice(from))] : pieces;
}

/** An address that is its own words stays `<address>`. */
function isAutolink(node: Nodes): boolean {
  const [only, ...rest] = node.type === 'link' ? node.children : [];
  return node.type === 'link' && rest.length === 0 && only?.type === 'text' && only.value === node.url;
}
