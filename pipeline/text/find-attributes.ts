import type { Nodes, Parents } from 'mdast';
import type { TextRange } from '../model.ts';
import { siblingBefore } from './sibling-before.ts';
import { visitNodes } from './visit-nodes.ts';

/** Attributes in braces that are words in this dialect: `{.unnumbered}`. */
export interface AttributeMark extends TextRange {
  found: string;
  /** Whether nothing comes after it. */
  isLast: boolean;
}

/** As pandoc, Quarto and kramdown read them after a heading; near misses, such as an id with a space, are among them. */
const afterHeading =
  /(?<!\\)\{:?[ \t]*(?:[#.](?!\})[^{}\r\n]*|-|[A-Za-z][\w-]*=[^{}\r\n]*)\}|(?<!\\)\{#[\p{L}\p{N}_-]+\s*$/gu;

const quoted = `"[^"{}\\r\\n]*"|'[^'{}\\r\\n]*'`;
const attribute = `#\\p{L}[\\p{L}\\p{N}_:.-]*|\\.\\p{L}[\\p{L}\\p{N}_-]*|[A-Za-z][\\w-]*=(?:${quoted}|[^\\s{}"']+)|=[a-z]+`;
const list = `\\{:?[ \\t]*(?:${attribute})(?:[ \\t]+(?:${attribute}))*[ \\t]*\\}`;

/** Right after a link, an image or code; or words in brackets, unless a colon before them makes them something else. */
const afterMarkup = new RegExp(`^${list}`, 'u');
const afterBracket = new RegExp(`(?<!:[\\p{L}\\p{N}_-]*\\[[^[\\]]*\\])(?<=[^\\\\]\\])${list}`, 'gu');
/** At the end of a block; there braces with an equals sign are words, as in mathematics. */
const atEnd = new RegExp(`(?<=^|\\s)(?=\\{:|\\{[ \\t]*[#.])${list}\\s*$`, 'u');

/**
 * Finds attributes in the words of a block. Of a heading or title any counts, of other blocks those that stand where a reader of
 * Markdown with attributes would take them for such.
 *
 * @param text what the positions of the node are places in; offsets in the result, too
 */
export function findAttributes(node: Parents, text: string, isTitle: boolean): AttributeMark[] {
  const marks: AttributeMark[] = [];
  const own = node.position;
  if (own && !text.slice(own.start.offset, own.end.offset).includes('{')) return [];
  const end = node.children.at(-1)?.position?.end.offset;
  visitNodes(node, (words, parents) => {
    if (words.type !== 'text') return;
    const from = words.position?.start.offset;
    const to = words.position?.end.offset;
    if (from === undefined || to === undefined) return;
    const source = text.slice(from, to);
    const isEnd = to === end;
    const matches = isTitle
      ? [...source.matchAll(afterHeading)]
      : inText(source, isEnd, siblingBefore(words, parents));
    for (const { 0: whole, index = 0 } of matches) {
      const found = whole.trimEnd();
      const start = from + index;
      const isLast = isEnd && source.slice(index + whole.length).trim() === '';
      marks.push({ start, end: start + found.length, found, isLast });
    }
  });
  return marks;
}

function inText(source: string, isEnd: boolean, before: Nodes | undefined): RegExpMatchArray[] {
  const isAfterMarkup = before !== undefined && ['link', 'image', 'inlineCode'].includes(before.type);
  const found = [
    isAfterMarkup ? afterMarkup.exec(source) : null,
    ...source.matchAll(afterBracket),
    isEnd ? atEnd.exec(source) : null,
  ];
  const places = new Map(found.flatMap((match) => (match ? [[match.index ?? 0, match] as const] : [])));
  return [...places.values()];
}
