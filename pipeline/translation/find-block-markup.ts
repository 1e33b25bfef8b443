import type { TextRange } from '../model.ts';

/** Marks with which a line begins that is no text: heading, list item, quotation, alert, container, fence, rule. */
const blockMark =
  /^ {0,3}(?:#{1,6}(?=\s|$)|[-*+]\s|>|\[![A-Za-z]+\]|\d{1,9}[.)]\s|:::|```|~~~|(?:[-*_] *){3,}$)/;

/**
 * Finds what a translator may have meant as structure: a blank line, a line that begins as a heading, list or the like, or a
 * further line where there can be but one. The structure of an edition is the source's, so it would be published as the characters it is made of.
 *
 * @returns offsets in `markdown`; undefined where there is none, or where lines of the source begin so too
 */
export function findBlockMarkup(markdown: string, source: string, isOneLine: boolean): TextRange | undefined {
  const blank = /\S[ \t]*(\n[ \t]*\n)\s*\S/.exec(markdown);
  if (blank) {
    const start = blank.index + blank[0].indexOf('\n');
    return { start, end: start + (blank[1]?.length ?? 1) };
  }
  const feed = isOneLine && !source.includes('\n') ? /(?<=\S)[ \t]*\n(?=\s*\S)/.exec(markdown) : null;
  if (feed) return { start: feed.index, end: feed.index + feed[0].length };
  if (source.split('\n').some((line) => blockMark.test(line))) return undefined;
  let offset = 0;
  for (const line of markdown.split('\n')) {
    const mark = blockMark.exec(line);
    if (mark) return { start: offset, end: offset + mark[0].trimEnd().length };
    offset += line.length + 1;
  }
  return undefined;
}
