import type { Point } from 'unist';
import type { Location } from '../model.ts';

/** A stretch of a PO string on one line: `length` code units of the value from `raw` code units of the file. */
export interface QuotedRun {
  /** Offset in the value. */
  value: number;
  /** Where the stretch begins in the file. */
  point: Point & { offset: number };
  length: number;
  /** Code units in the file: equal to `length`, but for an escape sequence, where `length` is 1. */
  raw: number;
}

/**
 * Maps offsets of a value that was read from several quoted lines to places in the file.
 *
 * @param runs in the order of the value, without gaps
 * @param empty place of an empty value: between its quotation marks
 */
export function createLocate(
  path: string,
  runs: QuotedRun[],
  empty: Point,
): (start: number, end: number) => Location {
  const first = runs[0];
  const last = runs.at(-1);
  if (!first || !last) return () => ({ path, start: empty, end: empty });
  const size = last.value + last.length;
  return (start, end) => {
    const from = Math.min(Math.max(start, 0), size - 1);
    const to = Math.min(Math.max(end, from + 1), size);
    const head = runAt(runs, from);
    const tail = runAt(runs, to - 1);
    return {
      path,
      start: along(head, head.raw === head.length ? from - head.value : 0),
      end: along(tail, tail.raw === tail.length ? to - tail.value : tail.raw),
    };
  };
}

/** The run that holds the offset; runs have no gaps, so there is one. */
function runAt(runs: QuotedRun[], offset: number): QuotedRun {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle] as QuotedRun).value <= offset) low = middle;
    else high = middle - 1;
  }
  return runs[low] as QuotedRun;
}

function along(run: QuotedRun, steps: number): Point {
  const { line, column, offset } = run.point;
  return { line, column: column + steps, offset: offset + steps };
}

/** @param at number of the line, and offset of its column 0; @param column 0-based, as `end` */
export function rangeOnLine(
  path: string,
  { line, offset }: { line: number; offset: number },
  column: number,
  end: number,
): Location {
  return {
    path,
    start: { line, column: column + 1, offset: offset + column },
    end: { line, column: end + 1, offset: offset + end },
  };
}
