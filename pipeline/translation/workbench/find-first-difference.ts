import type { Location, SourceFile } from '../../model.ts';

/** The first line of a file that is not as in another text. */
export function findFirstDifference({ path, text }: SourceFile, other: string): Location {
  const lines = text.split('\n');
  const others = other.split('\n');
  const index = Math.max(
    0,
    lines.findIndex((line, at) => line !== others[at]),
  );
  const line = lines[index] ?? '';
  const offset = lines.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0);
  const start = { line: index + 1, column: 1, offset };
  return { path, start, end: { line: index + 1, column: line.length + 1, offset: offset + line.length } };
}
