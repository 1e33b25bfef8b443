import type { Location } from '../model.ts';

/** Where a finding stands that is about a file as a whole. */
export function startOfFile(path: string): Location {
  const start = { line: 1, column: 1, offset: 0 };
  return { path, start, end: start };
}
