import type { Nodes } from 'mdast';
import type { Location } from '../model.ts';

/** Turns offsets of one file into places. */
export interface Locator {
  text: string;
  range: (start: number, end: number) => Location;
  /** Where a line begins, counted from 0; the end of the text for one that it has not. */
  startOf: (line: number) => number;
  /** Place of a node of this file; the file's start where the node has no position. */
  node: (node: Nodes) => Location;
}

/** `text` is the file without a byte order mark. LF, CRLF and CR end lines, as in CommonMark. */
export function createLocator(path: string, text: string): Locator {
  const starts = [0];
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  const point = (offset: number): Location['start'] => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset };
  };
  const range = (start: number, end: number): Location => ({ path, start: point(start), end: point(end) });
  return {
    text,
    range,
    startOf: (line) => starts[line] ?? text.length,
    node: (node) =>
      node.position
        ? { path, start: { ...node.position.start }, end: { ...node.position.end } }
        : range(0, 0),
  };
}
