import path from 'node:path';
import { isHeld } from './is-held.ts';
import type { RunRecord } from './run-record.ts';

/** Whether all that a build made lies on the disk as it was made, so that there is nothing to write. */
export function isAsBuilt(root: string, { outputs, pages }: RunRecord): boolean {
  return outputs !== undefined && isHeld(path.join(root, 'dist'), outputs) && isHeld(root, pages);
}
