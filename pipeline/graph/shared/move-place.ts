import type { Location } from '../../model.ts';

/** A place in a part of a file as one in the whole, where the part begins after so many lines and characters. */
export function movePlace({ path, start, end }: Location, part: { start: number; lines: number }): Location {
  const move = ({ line, column, offset }: Location['start']): Location['start'] => ({
    line: line + part.lines,
    column,
    offset: offset === undefined ? undefined : offset + part.start,
  });
  return { path, start: move(start), end: move(end) };
}
