import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toHostFailure } from './host-failure.ts';

/** A text and the path of its file, relative to the project. */
export interface ProjectFile {
  path: string;
  text: string;
}

/** Those of the files that are not on the disk as they are here. */
export function findStale<T extends ProjectFile>(root: string, files: readonly T[]): T[] {
  return files.filter(({ path: at, text }) => readIfAny(path.join(root, at)) !== text);
}

/**
 * Writes files into a project, each whole or not at all.
 * @throws HostFailure
 */
export function writeFiles(root: string, files: readonly ProjectFile[]): void {
  for (const { path: at, text } of files) {
    const full = path.join(root, at);
    const staged = `${full}.tmp`;
    try {
      mkdirSync(path.dirname(full), { recursive: true });
      writeFileSync(staged, text);
      renameSync(staged, full);
    } catch (error) {
      rmSync(staged, { force: true });
      throw toHostFailure(error, full);
    }
  }
}

function readIfAny(full: string): string | undefined {
  try {
    return readFileSync(full, 'utf8');
  } catch {
    return undefined;
  }
}
