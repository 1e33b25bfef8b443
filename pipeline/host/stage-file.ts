import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { HostFailure } from './host-failure.ts';
import { isRunning } from './is-running.ts';
import { refuseOutside } from './refuse-outside.ts';

/** A file that is about to be written. */
export interface StagedFile {
  /** Absolute path of what is to be written; where a link is there, of what it leads to. */
  place: string;
  /** Where the new text waits, in the same folder. */
  fresh: string;
  /** Where the old file is kept; undefined where there was none. */
  kept: string | undefined;
  /** The topmost folder that had to be made. */
  made: string | undefined;
}

/** Ours and nobody else's: the name of the file, and the number of the process that staged it. */
const stagedName = /^(.*)\.tinkuy-(\d+)-[0-9a-f]{8}\.(new|old)\.tmp$/s;

/**
 * Writes a text beside the place where it belongs, with the permissions of the file that is there, so that one rename
 * puts it in. Takes away what a process that was killed has left in the folder, but for an old file that nothing else holds.
 *
 * @param root the project: where a link leads out of it, nothing is written
 * @param others what this process has staged already: a killed process may have had its number
 * @param looked folders that need not be looked at again; this one is added
 * @throws HostFailure where something else than a file is in the way; errors of the file system. Nothing is left then.
 */
export function stageFile(
  root: string,
  at: string,
  text: string,
  others: readonly StagedFile[] = [],
  looked = new Set<string>(),
): StagedFile {
  const old = lookAt(at);
  const place = old ? realpathSync(at) : at;
  refuseOutside(root, place);
  const made = old ? undefined : mkdirSync(path.dirname(place), { recursive: true });
  const name = `${place}.tinkuy-${process.pid}-${randomBytes(4).toString('hex')}`;
  const kept = old ? `${name}.old.tmp` : undefined;
  const staged: StagedFile = { place, fresh: `${name}.new.tmp`, kept, made };
  try {
    const folder = path.dirname(place);
    if (!looked.has(folder)) removeLeftovers(folder, others);
    looked.add(folder);
    // A rename asks for the folder's permission only; a file that is write-protected is so on purpose.
    if (old) closeSync(openSync(place, 'r+'));
    writeFileSync(staged.fresh, text, { flush: true });
    if (old) chmodSync(staged.fresh, old.mode);
    if (kept !== undefined) keep(place, kept);
  } catch (error) {
    discard(staged);
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    throw error;
  }
  return staged;
}

/** Removes what was staged, and the old file that was kept. */
export function discard({ fresh, kept }: StagedFile): void {
  rmSync(fresh, { force: true });
  if (kept !== undefined) rmSync(kept, { force: true });
}

function lookAt(at: string): Stats | undefined {
  if (!lstatSync(at, { throwIfNoEntry: false })) return undefined;
  const found = statSync(at, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new HostFailure('inTheWay', { path: at });
  return found;
}

/** A second name for the same file; some file systems have none, and get a copy. */
function keep(place: string, kept: string): void {
  try {
    linkSync(place, kept);
  } catch {
    copyFileSync(place, kept);
  }
}

/** Takes away what processes that are gone have staged in a folder, but for an old file that nothing else holds. */
export function removeLeftovers(folder: string, others: readonly StagedFile[] = []): void {
  // By their names: one folder may be reached by several paths, through links.
  const own = new Set(
    others.flatMap(({ fresh, kept }) => [fresh, kept ?? fresh].map((at) => path.basename(at))),
  );
  for (const name of readdirSync(folder)) {
    if (own.has(name)) continue;
    const [, place = '', pid, kind] = stagedName.exec(name) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    // An old file whose place holds something else may be the only copy.
    const isNeeded = kind === 'old' && !isSame(path.join(folder, name), path.join(folder, place));
    if (!isNeeded) rmSync(path.join(folder, name), { force: true });
  }
}

function isSame(one: string, other: string): boolean {
  try {
    return readFileSync(one).equals(readFileSync(other));
  } catch {
    return false;
  }
}
