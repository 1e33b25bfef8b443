import type { Diagnostic, SourceFile } from '../model.ts';
import type { FileSources } from './file-sources.ts';
import { readerOfFile } from './reader-of-file.ts';

/**
 * The files that findings point into, and others that are wanted, read again, so that no other is held in memory. Of one that is read by lines those lines only;
 * the others are empty.
 */
export function gatherTexts(
  diagnostics: readonly Diagnostic[],
  others: ReadonlySet<string>,
  sources: FileSources,
): SourceFile[] {
  const lines = new Map([...others].map((path) => [path, new Set<number>()]));
  for (const { location, related } of diagnostics)
    for (const { path, start, end } of [location, ...related.map((each) => each.location)]) {
      const wanted = lines.get(path) ?? new Set();
      for (let line = start.line; line <= Math.min(end.line, start.line + linesMax); line += 1)
        wanted.add(line);
      lines.set(path, wanted);
    }
  return [...lines].flatMap(([path, wanted]): SourceFile[] => {
    if (readerOfFile(path) !== 'lines') return [sources.read(path).value ?? []].flat();
    let [text, at] = ['', 1];
    for (const line of sources.readLines(path)) {
      if (!wanted.has(line.number) || 'unread' in line) continue;
      text += '\n'.repeat(line.number - at) + line.text;
      at = line.number;
    }
    return [{ path, text }];
  });
}

/** No report shows more of a place. */
const linesMax = 10;
