import type { Nodes, Root, RootContent, TableRow } from 'mdast';
import type { PlainText, Segment } from '../model.ts';
import { createPassages, type Range } from './create-passages.ts';

/** What a composed edition has for its plain text. */
export interface PlainTextInput {
  language: string;
  title: string;
  subtitle: string | undefined;
  /** Nodes of the text, with marks (publish/markdown/marks.ts). */
  text: RootContent[];
}

/** Words that a mark stands around, by key. */
interface Ranges {
  segments: Map<number, Range>;
  annotations: Map<string, Range>;
}

/** A text as far as it is written. */
interface Writing {
  pieces: string[];
  length: number;
  /** What goes before the next words, if any come. */
  separator: string;
  /** Number of the segment at hand. */
  current: number;
  ranges: Ranges;
}

/**
 * The text of an edition without any markup: title and subtitle, then the text, blocks with a blank line between, cells of a
 * row with " | ", items with "- " or their number. Calls of notes and of footnotes, and the back matter, are no part of it.
 * NFC, line feeds, one at the end.
 */
export function writePlainText(input: PlainTextInput, segments: readonly Segment[]): PlainText {
  const ranges: Ranges = { segments: new Map(), annotations: new Map() };
  const writing: Writing = { pieces: [], length: 0, separator: '', current: -1, ranges };
  for (const key of ['title', 'subtitle'] as const) {
    const words = input[key];
    if (!words) continue;
    separate(writing, '\n\n');
    const range = rangeOf(writing, () => put(writing, oneLine(words)));
    const index = segments.find((segment) => segment.key === key)?.index;
    if (index !== undefined) ranges.segments.set(index, range);
  }
  separate(writing, '\n\n');
  writeBlocks(input.text, writing);
  return createPassages(input.language, writing.pieces.join(''), ranges);
}

function put(writing: Writing, text: string): void {
  if (text === '') return;
  writing.pieces.push(writing.separator, text);
  writing.length += writing.separator.length + text.length;
  writing.separator = '';
}

function separate(writing: Writing, by: string): void {
  if (writing.length > 0 && by.length > writing.separator.length) writing.separator = by;
}

/** Where what is written stands. */
function rangeOf(writing: Writing, write: () => void): Range {
  const start = writing.length + writing.separator.length;
  write();
  return { start, end: writing.length };
}

function writeBlocks(nodes: readonly Nodes[], writing: Writing, by = '\n\n'): void {
  for (const [index, node] of nodes.entries()) {
    if (index > 0) separate(writing, by);
    writeBlock(node, writing);
  }
}

function writeBlock(node: Nodes, writing: Writing): void {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      writeInline(node.children, writing);
      break;
    case 'table':
      for (const row of node.children) {
        separate(writing, '\n');
        writeRow(row, writing);
      }
      break;
    case 'list':
      for (const [index, item] of node.children.entries()) {
        separate(writing, '\n');
        put(writing, node.ordered ? `${(node.start ?? 1) + index}. ` : '- ');
        writeBlocks(item.children, writing, '\n');
      }
      break;
    case 'code':
      put(writing, node.value.replace(/\r\n?/g, '\n'));
      break;
    default:
      if ('children' in node) writeBlocks((node as Root).children, writing);
  }
}

function writeRow(row: TableRow, writing: Writing): void {
  for (const [index, cell] of row.children.entries()) {
    if (index > 0) put(writing, ' | ');
    writeInline(cell.children, writing);
  }
}

function writeInline(nodes: readonly Nodes[], writing: Writing): void {
  for (const node of nodes) {
    if (node.type === 'text' || node.type === 'inlineCode') put(writing, oneLine(node.value));
    else if (node.type === 'break') put(writing, '\n');
    else if (node.type === 'image') put(writing, oneLine(node.alt ?? ''));
    else if (node.type === 'marked') writeMarked(node, writing);
    else if ('children' in node) writeInline(node.children, writing);
  }
}

/** Words that a mark stands around: their place is kept. Calls of notes are left out. */
function writeMarked({ as, children }: Extract<Nodes, { type: 'marked' }>, writing: Writing): void {
  if (as.kind === 'call') return;
  if (as.kind === 'segment') writing.current = as.segment;
  const range = rangeOf(writing, () => writeInline(children, writing));
  if (as.kind === 'segment') writing.ranges.segments.set(writing.current, range);
  else writing.ranges.annotations.set(`${writing.current} ${as.order}`, range);
}

/** Line breaks of the source are spaces of the text. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ');
}
