import { visibleCells } from '../../rules/report/visible-cells.ts';
import type { Results, ResultTerm } from './results.ts';

/** Space between columns. */
const gap = '  ';
/** Narrowest that a column is made, in columns of the terminal: enough for a long word. */
const narrowest = 12;
const numeric = /^http:\/\/www\.w3\.org\/2001\/XMLSchema#(?:decimal|integer|double|float|\w*Integer)$/;

/**
 * Rows as a table for a terminal: aligned, numbers to the right, cells that are too wide on several lines.
 *
 * @param show the text of a term
 * @param width of the terminal; a table with many columns may be wider
 */
export function writeTable(
  { head, results }: Results,
  show: (term: ResultTerm) => string,
  width: number,
): string {
  const { vars } = head;
  const cells = results.bindings.map((row) =>
    vars.map((name) => {
      const term = row[name];
      return term ? clean(show(term)) : '';
    }),
  );
  const isNumeric = vars.map((name) =>
    results.bindings.every((row) => row[name] === undefined || numeric.test(row[name].datatype ?? '')),
  );
  const widths = fit(
    vars.map((name, index) => Math.max(widthOf(name), ...cells.map((row) => widthOf(row[index] ?? '')))),
    width - gap.length * Math.max(vars.length - 1, 0),
  );
  const line = (texts: readonly string[]) =>
    texts
      .map((text, index) => {
        const space = ' '.repeat(Math.max((widths[index] ?? 0) - widthOf(text), 0));
        return isNumeric[index] ? space + text : text + space;
      })
      .join(gap)
      .trimEnd();
  const lines = (row: readonly string[]) => {
    const parts = row.map((text, index) => wrap(text, widths[index] ?? 0));
    const height = Math.max(1, ...parts.map(({ length }) => length));
    return Array.from({ length: height }, (_, at) => line(parts.map((part) => part[at] ?? '')));
  };
  const rule = widths.map((columns) => '─'.repeat(columns)).join(gap);
  return `${[...lines(vars), rule, ...cells.flatMap(lines)].join('\n')}\n`;
}

function clean(text: string): string {
  return visibleCells(text.replace(/\s+/g, ' '), 0)
    .map((cell) => cell.text)
    .join('');
}

function widthOf(text: string): number {
  return visibleCells(text, 0).reduce((sum, cell) => sum + cell.width, 0);
}

/** Takes from the widest columns until all fit, or none is wider than it has to be. */
function fit(widths: readonly number[], width: number): number[] {
  const fitted = [...widths];
  let excess = fitted.reduce((sum, columns) => sum + columns, 0) - width;
  while (excess > 0) {
    const widest = Math.max(...fitted);
    if (widest <= narrowest) break;
    fitted[fitted.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return fitted;
}

/** Breaks a text at spaces, and words that are wider than a line anywhere. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const push = (part: string): void => {
    if (line !== '' && widthOf(line) + 1 + widthOf(part) > width) {
      lines.push(line);
      line = part;
    } else line = line === '' ? part : `${line} ${part}`;
  };
  for (const word of text.split(' ')) for (const part of split(word, width)) push(part);
  return [...lines, line];
}

function split(word: string, width: number): string[] {
  const parts = [''];
  for (const cell of visibleCells(word, 0)) {
    const last = parts.at(-1) ?? '';
    if (last !== '' && widthOf(last) + cell.width > width) parts.push(cell.text);
    else parts[parts.length - 1] = last + cell.text;
  }
  return parts;
}
