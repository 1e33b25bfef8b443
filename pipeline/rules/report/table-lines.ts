import { visibleCells } from './visible-cells.ts';

/** A table of texts for a terminal. */
export interface Table {
  /** Titles of the columns; none where the columns explain themselves. */
  head?: readonly string[];
  rows: readonly (readonly string[])[];
  /** By column, whether its texts end at one place, as numbers do. */
  isRight?: readonly boolean[];
  /** Whether a line is drawn under the titles. */
  isRuled?: boolean;
  /** What stands before each line. */
  indent?: string;
  /** Columns of the terminal; a table of many columns may be wider. Cells are as wide as they are unless given. */
  width?: number;
}

/** Space between columns. */
const gap = '  ';
/** Narrowest that a column is made, in columns of the terminal: enough for a long word. */
const narrowest = 12;

/** The lines of a table: columns aligned by what a terminal shows, cells that are too wide on several lines. */
export function tableLines({ head, rows, isRight = [], isRuled, indent = '', width }: Table): string[] {
  const natural = naturalWidths(head ? [head, ...rows] : rows);
  const widths =
    width === undefined ? natural : fit(natural, width - gap.length * Math.max(natural.length - 1, 0));
  const writeLine = (texts: readonly string[]) =>
    indent +
    widths
      .map((columns, column) => {
        const text = texts[column] ?? '';
        const space = ' '.repeat(Math.max(columns - widthOf(text), 0));
        return isRight[column] ? space + text : text + space;
      })
      .join(gap)
      .trimEnd();
  const writeRow = (row: readonly string[]) => {
    if (width === undefined) return [writeLine(row)];
    const parts = widths.map((columns, column) => wrap(row[column] ?? '', columns));
    const height = Math.max(1, ...parts.map(({ length }) => length));
    return Array.from({ length: height }, (_, at) => writeLine(parts.map((part) => part[at] ?? '')));
  };
  const rule = widths.map((columns) => '─'.repeat(columns));
  return [
    ...(head ? writeRow(head) : []),
    ...(isRuled ? [indent + rule.join(gap)] : []),
    ...rows.flatMap(writeRow),
  ];
}

/** As wide as the widest text of each column. */
function naturalWidths(rows: Iterable<readonly string[]>): number[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, text] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, widthOf(text));
  return widths;
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
