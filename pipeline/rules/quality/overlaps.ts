import type { TextRange } from '../../model.ts';

/** Whether two ranges have a character in common. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}
