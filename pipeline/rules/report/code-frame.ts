import type { Location } from '../../model.ts';
import { type Cell, visibleCells } from './visible-cells.ts';

/** Colours of a frame; identity functions where there are none. */
export interface FrameColors {
  gutter: (text: string) => string;
  caret: (text: string) => string;
}

/** Lines of a range that are shown; the rest of a longer range is left out. */
const linesMax = 3;
/** UTF-16 code units around the caret that are looked at: a paragraph is one line and may be megabytes long. */
const windowMax = 400;
/** Narrowest frame, for terminals that say they have no width. */
const widthMin = 20;
const gap = '…';

/**
 * The lines of a location with carets under it, as lines of text without line ends:
 * ```text
 *  12 │ …border of [1,528 km](border:ec-pe#lenght) was…
 *     │                       ^^^^^^^^^^^^^^^^^^^
 * ```
 * A line wider than `width` columns is cut to a window around the caret. Empty where the place is not in the text.
 */
export function codeFrame(
  lines: readonly string[],
  { start, end }: Location,
  width: number,
  colors: FrameColors,
): string[] {
  const last = Math.min(Math.max(end.line, start.line), start.line + linesMax - 1, lines.length);
  const gutter = String(last).length;
  const frame: string[] = [];
  for (let number = start.line; number <= last; number += 1) {
    const line = (lines[number - 1] ?? '').replace(/\r$/, '');
    const from = number === start.line ? start.column - 1 : line.search(/\S|$/);
    const to = number === end.line ? end.column - 1 : line.length;
    // The end of a range that stops before the first character of a line is of no use.
    if (number > start.line && to <= from) continue;
    const [text, carets] = frameLine(line, from, to, Math.max(width - gutter - 4, widthMin));
    frame.push(`${colors.gutter(` ${String(number).padStart(gutter)} │`)} ${text}`);
    frame.push(`${colors.gutter(` ${' '.repeat(gutter)} │`)} ${carets.replace(/\^+/, colors.caret)}`);
  }
  return frame;
}

/** Text and carets of one line; `from` and `to` are 0-based offsets, `to` exclusive. */
function frameLine(line: string, from: number, to: number, width: number): [string, string] {
  const first = Math.max(0, from - windowMax);
  const beyond = Math.min(line.length, Math.max(to, from + 1), from + windowMax) + windowMax;
  const cells = visibleCells(line.slice(first, beyond), first);
  const start = indexOf(cells, from);
  const end = Math.max(indexOf(cells, to), start + 1);
  let [left, right] = [0, cells.length];
  const cutBefore = first > 0;
  const cutAfter = beyond < line.length;
  if (cutBefore || cutAfter || measure(cells, left, right) > width) {
    [left, right] = fit(cells, start, end, width - 2 * gap.length);
  }
  const before = left > 0 || cutBefore ? gap : '';
  const after = right < cells.length || cutAfter ? gap : '';
  const text = cells.slice(left, right).map((cell) => cell.text);
  const carets = Math.max(measure(cells, start, Math.min(end, right)), 1);
  return [
    `${before}${text.join('')}${after}`,
    ' '.repeat(before.length + measure(cells, left, start)) + '^'.repeat(carets),
  ];
}

/** Range of cells that fills `width`: the marked ones from their start, with what fits on both sides. */
function fit(cells: readonly Cell[], start: number, end: number, width: number): [number, number] {
  let [left, right] = [start, start];
  let room = width;
  const marked = Math.min(end, cells.length);
  while (right < marked && room >= (cells[right]?.width ?? 0)) room -= cells[right++]?.width ?? 0;
  while (room > 0) {
    const [previous, next] = [cells[left - 1], cells[right]];
    const canLeft = previous !== undefined && previous.width <= room;
    if (canLeft) room -= cells[--left]?.width ?? 0;
    const canRight = next !== undefined && next.width <= room;
    if (canRight) room -= cells[right++]?.width ?? 0;
    if (!canLeft && !canRight) break;
  }
  return [left, right];
}

/** The cell that holds an offset; the number of cells where it is behind them. */
function indexOf(cells: readonly Cell[], offset: number): number {
  let index = cells.findIndex((cell) => cell.offset > offset);
  if (index < 0) index = cells.length;
  const before = cells[index - 1];
  if (before === undefined) return 0;
  return index === cells.length && offset > before.offset ? index : index - 1;
}

function measure(cells: readonly Cell[], left: number, right: number): number {
  return cells.slice(left, right).reduce((sum, cell) => sum + cell.width, 0);
}
