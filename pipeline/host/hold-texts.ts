import { statSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic, SourceFile } from '../model.ts';
import { HostFailure } from './host-failure.ts';

/** How a file is read, by its path relative to the project. */
type ReadsFile = (at: string) => SourceFile | Diagnostic;

/** Characters that are held of the files of a project: those of some hundred articles with their catalogs. */
const heldMax = 64 * 1024 * 1024;

/**
 * Makes the function that holds the texts of files as far as there is room, and reads again what there was none for: a project may have
 * more of them than memory. What is read again is what was read first: where the file has changed meanwhile, HostFailure says so.
 *
 * @param most characters that are held for good, and again so many of what was asked for last
 */
export function createTextHold(
  root: string,
  read: ReadsFile,
  most = heldMax,
): (file: SourceFile) => SourceFile {
  let total = 0;
  const recent = new Map<string, string>();
  let size = 0;
  const remember = (at: string, text: string): string => {
    size += text.length - (recent.get(at)?.length ?? 0);
    recent.delete(at);
    recent.set(at, text);
    for (const [oldest, { length }] of recent) {
      if (size <= most || oldest === at) break;
      recent.delete(oldest);
      size -= length;
    }
    return text;
  };
  return (file) => {
    const { path: at, text, ...others } = file;
    total += text.length;
    if (total <= most) return file;
    const stamp = stampOf(root, at);
    remember(at, text);
    return {
      path: at,
      ...others,
      get text(): string {
        const known = recent.get(at);
        if (known !== undefined) return remember(at, known);
        const again = stampOf(root, at) === stamp ? read(at) : undefined;
        if (!again || !('text' in again))
          throw new HostFailure('changedMeanwhile', { path: path.join(root, at) });
        return remember(at, again.text);
      },
    };
  };
}

/** What changes when a program writes a file. */
function stampOf(root: string, at: string): string {
  const found = statSync(path.join(root, at), { throwIfNoEntry: false });
  return `${found?.mtimeMs} ${found?.size} ${found?.ino}`;
}
