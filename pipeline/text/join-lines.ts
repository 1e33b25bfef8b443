import type { TextRange } from '../model.ts';

const lineEnding = /\r\n?|\n/g;

/** Where lines of a text end, and where the words of the next ones begin. */
interface LineBreak extends TextRange {
  /** Where the line's blanks at its end begin. */
  blanks: number;
}

/**
 * The line endings within a range, each up to the first word of the next line: indentation belongs to the blocks around, and so
 * do the signs of quotations.
 *
 * @param quotationMarks offsets of the signs that begin lines of quotations; any other sign is a word
 */
export function findLineBreaks(
  text: string,
  { start, end }: TextRange,
  quotationMarks: ReadonlySet<number>,
): LineBreak[] {
  const found: LineBreak[] = [];
  for (const { 0: ending, index } of text.slice(start, end).matchAll(lineEnding)) {
    const at = start + index;
    let blanks = at;
    while (blanks > start && isBlank(text[blanks - 1])) blanks -= 1;
    found.push({ blanks, start: at, end: skipPrefix(text, at + ending.length, quotationMarks) });
  }
  return found;
}

/** Behind the indentation and the signs of quotations that stand at an offset. */
export function skipPrefix(text: string, offset: number, quotationMarks: ReadonlySet<number>): number {
  let at = offset;
  while (isBlank(text[at]) || quotationMarks.has(at)) at += 1;
  return at;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
