import type { TextRange } from '../model.ts';

/** Replacement of a range of a text; offsets in UTF-16 code units. */
export interface Splice extends TextRange {
  text: string;
}

/** A text with ranges replaced, in whatever order they are given; of two that overlap the first in the text holds. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const splice of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (splice.start < at) continue;
    result += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return result + text.slice(at);
}
