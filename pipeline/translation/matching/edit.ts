import type { TextRange } from '../../model.ts';

/** Other text for a range of a translation, in UTF-16 code units. */
export interface Edit extends TextRange {
  text: string;
}

/** What can be exchanged in a translation. */
export interface Exchange {
  edits: Edit[];
  /** Whether everything that the source text changed was found in the translation. */
  complete: boolean;
}

/** Makes the edits; of two that meet the longer one counts. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const outer = edits.filter(
    (edit) =>
      !edits.some(
        (other) =>
          other !== edit &&
          other.start <= edit.start &&
          other.end >= edit.end &&
          other.end - other.start > edit.end - edit.start,
      ),
  );
  let result = '';
  let from = 0;
  for (const { start, end, text: own } of outer.sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    result += text.slice(from, start) + own;
    from = end;
  }
  return result + text.slice(from);
}
