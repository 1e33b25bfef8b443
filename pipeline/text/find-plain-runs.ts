import type { Paragraph } from 'mdast';
import type { TextRange } from '../model.ts';
import { readPlainParagraph } from './read-plain-paragraph.ts';

/** Plain paragraphs that follow one another, as they are read; the range begins and ends with their words. */
export interface PlainRun extends TextRange {
  /** Number of line endings in the range. */
  lines: number;
  paragraphs: Paragraph[];
}

const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Finds the plain paragraphs of a text that stand between blank lines, and are not within what looks like the front matter or
 * fenced code. Whether they are paragraphs at all, and not lines of a comment or the like, the text around them tells: who asks has
 * to look.
 */
export function findPlainRuns(text: string): PlainRun[] {
  const runs: PlainRun[] = [];
  let open: string | undefined = /^---[ \t]*\n/.test(text) ? '---' : undefined;
  let run: PlainRun | undefined;
  let line = 1;
  for (let start = 0; start < text.length; ) {
    const gap = text.indexOf('\n\n', start);
    const end = gap < 0 ? endOfLines(text) : gap;
    const block = text.slice(start, Math.max(start, end));
    const read = open === undefined ? readPlainParagraph(block, { line, offset: start }) : undefined;
    const lines = read ? (read.position?.end.line ?? line) - line : countLines(block);
    if (!read) {
      open = openAfter(block, open, start === 0);
      run = undefined;
    } else if (run) {
      run.lines = line + lines - firstLineOf(run);
      run.end = end;
      run.paragraphs.push(read);
    } else {
      run = { start, end, lines, paragraphs: [read] };
      runs.push(run);
    }
    line += lines;
    start = Math.max(start, end);
    while (text[start] === '\n') {
      start += 1;
      line += 1;
    }
  }
  return runs;
}

/** Before the line ending that a text ends with. */
function endOfLines(text: string): number {
  return text.endsWith('\n') ? text.length - 1 : text.length;
}

function firstLineOf({ paragraphs }: PlainRun): number {
  return paragraphs[0]?.position?.start.line ?? 1;
}

function countLines(block: string): number {
  let count = 0;
  for (let at = block.indexOf('\n'); at >= 0; at = block.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The sign that ends what is open after a block: the front matter, fenced code. */
function openAfter(block: string, before: string | undefined, isFirst: boolean): string | undefined {
  let open = before;
  for (const [index, line] of block.split('\n').entries()) {
    if (isFirst && index === 0 && open === '---') continue;
    const sign = open === '---' ? /^---[ \t]*$/.exec(line)?.[0] : fence.exec(line)?.[1];
    if (sign === undefined) continue;
    if (open === undefined) open = sign;
    else if (open === '---' || (sign.startsWith(open) && line.trim() === sign)) open = undefined;
  }
  return open;
}
