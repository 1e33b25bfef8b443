import type { Image, Link, Nodes, Paragraph } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { SegmentNode, TextRange } from '../model.ts';
import { findLineBreaks, skipPrefix } from './join-lines.ts';
import { stringify } from './stringify.ts';

/** Replacement of a range of a text. */
interface Exchange extends TextRange {
  by: string;
}

const hardBreak = '\\\n';

/**
 * The Markdown of a segment, as it can stand by itself: lines are joined by spaces and hard breaks are a backslash and a line feed;
 * links and images with a label have the address of their definition. Read by itself it is the same tree.
 *
 * @param range of the node's words in the text
 */
export function sliceSegment(
  text: string,
  node: SegmentNode,
  range: TextRange,
  quotationMarks: ReadonlySet<number>,
): string {
  const exchanges: Exchange[] = [];
  /** In which the blanks at the end of a line count. */
  const codes: TextRange[] = [];
  visitParents(node, (inner) => {
    const own = rangeOf(inner);
    if (inner.type === 'break')
      exchanges.push({ start: own.start, end: skipPrefix(text, own.end, quotationMarks), by: hardBreak });
    else if (inner.type === 'inlineCode') codes.push(own);
    else if (inner.type === 'image') {
      const end = endOfLabel(text, own.start);
      exchanges.push(...breaksInLabel(text, { start: own.start, end }, quotationMarks));
      exchanges.push(...resolved(inner, end, text));
    } else if (inner.type === 'link') {
      const last = inner.children.at(-1);
      exchanges.push(...resolved(inner, text.indexOf(']', last ? rangeOf(last).end : own.start), text));
    }
  });
  for (const { blanks, start, end } of findLineBreaks(text, range, quotationMarks)) {
    const isInCode = codes.some((code) => code.start < start && start < code.end);
    exchanges.push({ start: isInCode ? start : blanks, end, by: ' ' });
  }
  return apply(exchanges, text, range, node.type === 'tableCell' ? unescapePipes : (words) => words);
}

/** Of two that overlap the first holds: a hard break before the line ending in it, an address before those in its label. */
function apply(
  exchanges: readonly Exchange[],
  text: string,
  { start, end }: TextRange,
  adapt: (words: string) => string,
): string {
  let markdown = '';
  let at = start;
  for (const exchange of exchanges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (exchange.start < at) continue;
    markdown += adapt(text.slice(at, exchange.start)) + exchange.by;
    at = exchange.end;
  }
  return markdown + adapt(text.slice(at, end));
}

/** The address in the place of the label; nothing for a link that has its address right after its words. */
function resolved(node: Link | Image, labelEnd: number, text: string): Exchange[] {
  const { end } = rangeOf(node);
  if (text[end - 1] !== ']') return [];
  return [{ start: labelEnd, end, by: `](${writeAddress(node)})` }];
}

/** An address that needs neither angle brackets nor escapes: its parentheses come in pairs. */
const plainAddress = /^(?!<)(?:[^\s\p{Cc}\\()]|\([^\s\p{Cc}\\()]*\))+$/u;
const characterReference = /&(?:#|[A-Za-z][A-Za-z0-9]*;)/;

/** Address and title as they stand between the parentheses of a link; an address as it was typed, where that can be. */
function writeAddress({ url, title = null }: Link | Image): string {
  const isPlain = plainAddress.test(url) && !characterReference.test(url);
  const shown = isPlain ? 'u' : url;
  const link: Link = { type: 'link', url: shown, title, children: [{ type: 'text', value: 'x' }] };
  const paragraph: Paragraph = { type: 'paragraph', children: [link] };
  const written = stringify({ type: 'root', children: [paragraph] })
    .trimEnd()
    .slice('[x]('.length, -')'.length);
  return isPlain ? url + written.slice(shown.length) : written;
}

/** Hard breaks in the words of an image, for which the tree has no nodes. */
function breaksInLabel(text: string, label: TextRange, quotationMarks: ReadonlySet<number>): Exchange[] {
  return findLineBreaks(text, label, quotationMarks).flatMap(({ blanks, start, end }) => {
    const slashes = /\\*$/.exec(text.slice(label.start, start))?.[0].length ?? 0;
    if (slashes % 2 === 1) return [{ start: start - 1, end, by: hardBreak }];
    return start - blanks > 1 && !text.slice(blanks, start).includes('\t')
      ? [{ start: blanks, end, by: hardBreak }]
      : [];
  });
}

/** Where the bracket is that closes the words of an image. */
function endOfLabel(text: string, start: number): number {
  let depth = 0;
  for (const { 0: found, index } of text.slice(start).matchAll(/\\.|[[\]]/gs)) {
    if (found === '[') depth += 1;
    else if (found === ']') depth -= 1;
    if (found === ']' && depth === 0) return start + index;
  }
  return start;
}

/** In a cell a pipe needs a backslash, in a segment it is like any other character. */
function unescapePipes(words: string): string {
  return words.replaceAll('\\|', '|');
}

function rangeOf({ position }: Nodes): TextRange {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
