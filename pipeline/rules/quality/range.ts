/** Part of a text, in UTF-16 code units; `end` is the first that is no longer in it. */
export interface Range {
  start: number;
  end: number;
}

/** Whether two ranges have a character in common. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
