import type { Location } from '../../model.ts';

/** The place of a range of a text in its file; offsets are UTF-16 code units. */
export function placeIn(path: string, text: string, start: number, end: number): Location {
  return { path, start: pointAt(text, start), end: pointAt(text, end) };
}

function pointAt(text: string, offset: number): Location['start'] {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset };
}
