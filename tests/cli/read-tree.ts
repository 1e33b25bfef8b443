import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** All files under a folder: text by path with forward slashes, sorted; nothing where there is no folder. */
export function readTree(folder: string): Map<string, string> {
  return new Map(listFiles(folder).map((at) => [at, readFileSync(path.join(folder, at), 'utf8')]));
}

/** When each file under a folder was written, in milliseconds. */
export function readTimes(folder: string): Map<string, number> {
  return new Map(listFiles(folder).map((at) => [at, statSync(path.join(folder, at)).mtimeMs]));
}

function listFiles(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
