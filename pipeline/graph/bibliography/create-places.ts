import { LineCounter } from 'yaml';
import type { Location, SourceFile } from '../../model.ts';

/** Gives the range between two offsets of a file its place in lines and columns. */
export type Places = (start: number, end: number) => Location;

/** Counts the lines of a file, which end with LF, CR or both. */
export function createPlaces({ path, text }: SourceFile): Places {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) lines.addNewLine(index + end.length);
  const pointAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), offset };
  };
  return (start, end) => ({ path, start: pointAt(start), end: pointAt(end) });
}
