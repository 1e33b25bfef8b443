import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { HostFailure } from './host-failure.ts';
import { isWithin } from './is-within.ts';

/**
 * Refuses to write at a place that is outside of a folder once links are followed.
 * @throws HostFailure that names the place and where it leads
 */
export function refuseOutside(root: string, place: string): void {
  const real = realPath(place);
  if (!isWithin(realPath(root), real)) throw new HostFailure('outside', { path: place, target: real });
}

/** With all links followed, also where the last folders and the file are yet to be made. */
function realPath(at: string): string {
  const missing: string[] = [];
  let known = path.resolve(at);
  while (!lstatSync(known, { throwIfNoEntry: false }) && known !== path.dirname(known)) {
    missing.unshift(path.basename(known));
    known = path.dirname(known);
  }
  try {
    return path.join(realpathSync(known), ...missing);
  } catch {
    // A link to nowhere: what it is in the way of says so.
    return path.join(realpathSync(path.dirname(known)), path.basename(known), ...missing);
  }
}
