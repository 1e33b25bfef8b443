import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../sha256.ts';
import type { FileDigest, RunRecord } from './run-record.ts';

/** Whether all that a build made lies on the disk as it was made, so that there is nothing to write. */
export function isAsBuilt(root: string, { outputs, pages }: RunRecord): boolean {
  return outputs !== undefined && isHeld(path.join(root, 'dist'), outputs) && isHeld(root, pages);
}

function isHeld(folder: string, files: readonly FileDigest[]): boolean {
  return files.every(([at, digest]) => {
    try {
      const full = path.join(folder, at);
      return lstatSync(full).isFile() && sha256(readFileSync(full)) === digest;
    } catch {
      return false;
    }
  });
}
