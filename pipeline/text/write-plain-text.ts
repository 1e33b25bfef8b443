import type { Nodes, Root, RootContent, TableRow } from 'mdast';
import type { PlainText, Segment, TextRange } from '../model.ts';
import { createPassages } from './create-passages.ts';

/** What a composed edition has for its plain text. */
export interface PlainTextInput {
  language: string;
  title: string;
  subtitle: string | undefined;
  /** Nodes of the text, with marks (output/markdown/marks.ts). */
  text: RootContent[];
}

/** Words that a mark stands around, by key. */
interface Ranges {
  segments: Map<number, TextRange>;
  annotations: Map<string, TextRange>;
}

/**
 * The text of an edition without any markup: title and subtitle, then the text, blocks with a blank line between, cells of a
 * row with " | ", items with "- " or their number, footnotes with "[1] " behind the block that calls them. Calls of notes and of
 * footnotes, which would stand within the words, and the back matter are no part of it.
 * NFC, line feeds, one at the end.
 */
export function writePlainText(input: PlainTextInput, segments: readonly Segment[]): PlainText {
  const ranges: Ranges = { segments: new Map(), annotations: new Map() };
  const words = createCollector();
  for (const key of ['title', 'subtitle'] as const) {
    const text = input[key];
    if (!text) continue;
    words.separate('\n\n');
    const range = words.measure(() => words.put(oneLine(text)));
    const index = segments.find((segment) => segment.key === key)?.index;
    if (index !== undefined) ranges.segments.set(index, range);
  }
  words.separate('\n\n');
  writeBlocks(input.text, words, ranges);
  return createPassages(input.language, words.finish(), ranges);
}

/** Puts words together. */
interface Collector {
  put: (text: string) => void;
  /** What goes before the next words, if any come; of several the longest. */
  separate: (by: string) => void;
  /** The range of what is put meanwhile. */
  measure: (write: () => void) => TextRange;
  finish: () => string;
}

function createCollector(): Collector {
  const pieces: string[] = [];
  let length = 0;
  let separator = '';
  return {
    put: (text) => {
      if (text === '') return;
      pieces.push(separator, text);
      length += separator.length + text.length;
      separator = '';
    },
    separate: (by) => {
      if (length > 0 && by.length > separator.length) separator = by;
    },
    measure: (write) => {
      const start = length + separator.length;
      write();
      return { start, end: length };
    },
    finish: () => pieces.join(''),
  };
}

/** Writes the text, and tells where the words of its segments and annotations are. */
function writeBlocks(text: readonly Nodes[], { put, separate, measure }: Collector, ranges: Ranges): void {
  let current = -1;
  /** By the label of a footnote its number, in the order of the calls. */
  const footnotes = new Map<string, number>();
  blocks(text);

  function blocks(nodes: readonly Nodes[], by = '\n\n'): void {
    for (const [index, node] of nodes.entries()) {
      if (index > 0) separate(by);
      block(node);
    }
  }

  function block(node: Nodes): void {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        inline(node.children);
        break;
      case 'table':
        for (const row of node.children) {
          separate('\n');
          tableRow(row);
        }
        break;
      case 'list':
        for (const [index, item] of node.children.entries()) {
          separate('\n');
          put(node.ordered ? `${(node.start ?? 1) + index}. ` : '- ');
          blocks(item.children, '\n');
        }
        break;
      case 'footnoteDefinition':
        put(`[${footnotes.get(node.identifier) ?? '?'}] `);
        blocks(node.children);
        break;
      case 'code':
        put(node.value.replace(/\r\n?/g, '\n'));
        break;
      default:
        if ('children' in node) blocks((node as Root).children);
    }
  }

  function tableRow(row: TableRow): void {
    for (const [index, cell] of row.children.entries()) {
      if (index > 0) put(' | ');
      inline(cell.children);
    }
  }

  function inline(nodes: readonly Nodes[]): void {
    for (const node of nodes) {
      if (node.type === 'text' || node.type === 'inlineCode') put(oneLine(node.value));
      else if (node.type === 'break') put('\n');
      else if (node.type === 'image') put(oneLine(node.alt ?? ''));
      else if (node.type === 'footnoteReference')
        footnotes.set(node.identifier, footnotes.get(node.identifier) ?? footnotes.size + 1);
      else if (node.type === 'marked') marked(node);
      else if ('children' in node) inline(node.children);
    }
  }

  function marked(node: Extract<Nodes, { type: 'marked' }>): void {
    const { as } = node;
    if (as.kind === 'call') return;
    if (as.kind === 'segment') current = as.segment;
    const range = measure(() => inline(node.children));
    if (as.kind === 'segment') ranges.segments.set(current, range);
    else ranges.annotations.set(`${current} ${as.order}`, range);
  }
}

/** Line breaks of the source are spaces of the text. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ');
}
