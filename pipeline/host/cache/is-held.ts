import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../sha256.ts';
import type { FileDigest } from './run-record.ts';

/** Whether files lie in a folder with the very bytes that they had. */
export function isHeld(folder: string, files: readonly FileDigest[]): boolean {
  return files.every(([at, digest]) => {
    try {
      const full = path.join(folder, at);
      return lstatSync(full).isFile() && sha256(readFileSync(full)) === digest;
    } catch {
      return false;
    }
  });
}
