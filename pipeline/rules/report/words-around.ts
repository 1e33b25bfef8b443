import type { Location } from '../../model.ts';

/** Lines longer than this are data without breaks: of them only what is near counts, so that an edit at the other end moves nothing. In UTF-16 code units. */
const lineMax = 1000;
/** What counts of such a line on either side. */
const near = 80;
/** Where a block of Markdown begins though no empty line is before it: an item, a row, a heading, a quotation, a container. */
const blockStart = /^\s*(?:[-*+]\s|\d+[.)]\s|\||#|>|:::|\[\^)/;

/**
 * The words of the segment that a place belongs to, wherever in its file it stands: in a catalog the message of the source, in
 * Markdown the block, in YAML, JSON and the like the line and those that it is nested in.
 */
export function wordsAround(
  lines: readonly string[],
  { path, start }: Location,
  nesting: () => Nesting,
): string {
  const index = Math.min(start.line, lines.length) - 1;
  const line = lines[index] ?? '';
  if (line.length > lineMax)
    return toWords(line.slice(Math.max(0, start.column - 1 - near), start.column - 1 + near));
  if (/\.pot?$/.test(path)) return toWords(messageAround(lines, index));
  const body = /\.(?:md|markdown)$/.test(path) ? startOfBody(lines) : lines.length;
  if (index >= body) return toWords(blockAround(lines.slice(body), index - body));
  return toWords(nestingOf(lines, index, nesting()).join('\n'));
}

/** Letters and figures only, in one Unicode form: markup, spaces and line breaks are no part of what is said. */
function toWords(text: string): string {
  return (text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}

/** msgctxt and msgid of the entry, without its translation. */
function messageAround(lines: readonly string[], index: number): string {
  const entry = between(lines, index, (line) => line.trim() === '');
  const isSource = (line: string) => /^(?:#~ )?(?:msgid|msgctxt)/.test(line);
  let inSource = false;
  return entry
    .filter((line) => {
      if (/^(?:#~ )?msg/.test(line)) inSource = isSource(line);
      return inSource;
    })
    .map((line) => line.slice(line.indexOf('"')))
    .join('\n');
}

function blockAround(lines: readonly string[], index: number): string {
  if ((lines[index] ?? '').trim() === '') return '';
  let first = index;
  while (first > 0 && !blockStart.test(lines[first] ?? '') && (lines[first - 1] ?? '').trim() !== '')
    first -= 1;
  let last = index;
  while (
    last + 1 < lines.length &&
    (lines[last + 1] ?? '').trim() !== '' &&
    !blockStart.test(lines[last + 1] ?? '')
  )
    last += 1;
  return lines.slice(first, last + 1).join('\n');
}

function between(
  lines: readonly string[],
  index: number,
  isEnd: (line: string) => boolean,
): readonly string[] {
  let first = index;
  while (first > 0 && !isEnd(lines[first - 1] ?? '')) first -= 1;
  let last = index;
  while (last + 1 < lines.length && !isEnd(lines[last + 1] ?? '')) last += 1;
  return lines.slice(first, last + 1);
}

/** Index of the first line after the front matter of a Markdown text. */
function startOfBody(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0;
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---');
  return end === -1 ? lines.length : end + 1;
}

/** The line, and above it those that are indented less, outwards. */
function nestingOf(lines: readonly string[], index: number, { above }: Nesting): string[] {
  const nesting: string[] = [];
  for (let at: number | undefined = index; at !== undefined; at = above[at]) nesting.unshift(lines[at] ?? '');
  return nesting;
}

/** What each line of a text is nested in. */
export interface Nesting {
  /** By the index of a line that of the nearest one above that is indented less; none for one at the margin. */
  above: readonly (number | undefined)[];
}

/** Looks at each line once, so that many findings in one file take no longer than it. */
export function readNesting(lines: readonly string[]): Nesting {
  const open: { at: number; depth: number }[] = [];
  const above = lines.map((line, at) => {
    const depth = depthOf(line);
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const outer = open.at(-1)?.at;
    if (line.trim() !== '') open.push({ at, depth });
    return outer;
  });
  return { above };
}

function depthOf(line: string): number {
  return line.length - line.trimStart().length;
}
