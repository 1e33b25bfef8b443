import type { Nodes } from 'mdast';
import type { Document, Location, Segment } from '../model.ts';
import type { PoEntry } from './po-file.ts';

/** Places of nodes of a translation, whose positions count from the beginning of its msgstr, in the catalog. */
export function locateIn(entry: PoEntry): (node: Nodes) => Location {
  return (node) => {
    const { start, end } = node.position ?? {};
    return start?.offset === undefined || end?.offset === undefined
      ? entry.location
      : entry.locate(start.offset, end.offset);
  };
}

/**
 * Body nodes bear their place in the file. Those of front matter count from the beginning of their text, which is
 * found in the YAML where it stands there as it is, on one line.
 */
export function locateInSource(document: Document, segment: Segment): (node: Nodes) => Location {
  const { path, start, end } = segment.location;
  const shift = (by: number, node: Nodes): Location | undefined => {
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (from === undefined || to === undefined || start.offset === undefined) return undefined;
    const point = (offset: number) => ({
      line: start.line,
      column: start.column + by + offset,
      offset: (start.offset ?? 0) + by + offset,
    });
    return { path, start: point(from), end: point(to) };
  };
  if (segment.node) {
    return (node) =>
      node.position ? { path, start: node.position.start, end: node.position.end } : segment.location;
  }
  const raw = document.text.slice(start.offset, end.offset);
  const by = raw.includes('\n') ? -1 : raw.indexOf(segment.markdown);
  return (node) => (by < 0 ? undefined : shift(by, node)) ?? segment.location;
}
