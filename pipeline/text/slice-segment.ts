import type { Image, Link, Nodes, Paragraph } from 'mdast';
import type { SegmentNode, TextRange } from '../model.ts';
import { findLineBreaks, skipPrefix } from './join-lines.ts';
import { siblingBefore } from './sibling-before.ts';
import { parseSegment, stringify } from './syntax.ts';
import { visitNodes } from './visit-nodes.ts';

/** Replacement of a range of a text. */
interface Substitution extends TextRange {
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
  if (isAsTyped(text, node, range)) return text.slice(range.start, range.end);
  const exchanges: Substitution[] = [];
  /** In which the blanks at the end of a line count. */
  const codes: TextRange[] = [];
  visitNodes(node, (inner, parents) => {
    const own = rangeOf(inner);
    if (inner.type === 'break') {
      const before = siblingBefore(inner, parents);
      const whole = { start: own.start, end: skipPrefix(text, own.end, quotationMarks) };
      exchanges.push(writeBreak(text, before?.type === 'text' ? rangeOf(before) : undefined, whole));
    } else if (inner.type === 'inlineCode') codes.push(own);
    else if (inner.type === 'image') exchanges.push(...writeImage(inner, text, quotationMarks));
    else if (inner.type === 'link') {
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

/** Whether nothing is exchanged: words, code and links with their addresses, on one line. */
function isAsTyped(text: string, node: SegmentNode, { start, end }: TextRange): boolean {
  if (node.type === 'tableCell' || /[\r\n]/.test(text.slice(start, end))) return false;
  const isWord = ({ type }: Nodes) => type === 'text' || type === 'inlineCode';
  return node.children.every(
    (child) =>
      isWord(child) ||
      (child.type === 'link' && text[rangeOf(child).end - 1] !== ']' && child.children.every(isWord)),
  );
}

/**
 * A hard break. Where it was two blanks, what stands before it as words stays such before a backslash, too: a backslash, and
 * asterisks, which blanks keep from being markup.
 *
 * @param before the words before it in the text
 */
function writeBreak(text: string, before: TextRange | undefined, { start, end }: TextRange): Substitution {
  if (text[start] === '\\' || !before) return { start, end, by: hardBreak };
  const signs = /[*_\\]*$/.exec(text.slice(before.start, start))?.[0] ?? '';
  const escaped = signs.replace(/\\[*_\\]|[*_\\]/g, (sign) => (sign.length > 1 ? sign : `\\${sign}`));
  return { start: start - signs.length, end, by: escaped + hardBreak };
}

/** Of two that overlap the first holds: a hard break before the line ending in it, an address before those in its label. */
function apply(
  exchanges: readonly Substitution[],
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
function resolved(node: Link, labelEnd: number, text: string): Substitution[] {
  const { end } = rangeOf(node);
  return text[end - 1] === ']' ? [{ start: labelEnd, end, by: `](${writeAddress(node)})` }] : [];
}

/**
 * An image anew, where the one in the text has its address in a definition, or reads otherwise by itself: its words may hold links
 * with a label and hard breaks, of which the tree tells nothing.
 */
function writeImage(node: Image, text: string, quotationMarks: ReadonlySet<number>): Substitution[] {
  const range = rangeOf(node);
  const raw = text.slice(range.start, range.end);
  if (raw.endsWith(')')) {
    if (!/[[\r\n]/.test(raw.slice('!['.length))) return [];
    const lines = findLineBreaks(text, range, quotationMarks);
    const joined = apply(
      lines.map(({ blanks: start, end }) => ({ start, end, by: ' ' })),
      text,
      range,
      (words) => words,
    );
    const [alone] = parseSegment(joined, { footnotes: [] }).children;
    if (alone?.type === 'image' && alone.alt === node.alt) return [];
  }
  const image: Image = { type: 'image', url: 'u', title: null, alt: node.alt ?? '' };
  const words = stringify({ type: 'root', children: [{ type: 'paragraph', children: [image] }] }).trimEnd();
  return [{ ...range, by: `${words.slice(0, -'](u)'.length)}](${writeAddress(node)})` }];
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

/** In a cell a pipe needs a backslash, in a segment it is like any other character. */
function unescapePipes(words: string): string {
  return words.replaceAll('\\|', '|');
}

function rangeOf({ position }: Nodes): TextRange {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
