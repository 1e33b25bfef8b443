import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './is-running.ts';
import { refuseOutside } from './refuse-outside.ts';

/** Milliseconds between two looks at whether the other has finished. */
const lookEvery = 25;
/** Milliseconds after which nobody still writes, be it a corpus: the number of the process belongs to another by now. */
const ageMax = 600_000;

/**
 * Waits until no other process compares and writes what is published of a project, and keeps others waiting until the function
 * that it returns is called. Where no mark can be left, as in a project that is read only, nobody waits.
 */
export async function takeTurn(root: string): Promise<() => void> {
  const mark = markOf(root);
  for (;;) {
    try {
      refuseOutside(root, mark);
      // Not the project itself, should it be gone.
      if (!existsSync(path.dirname(mark))) mkdirSync(path.dirname(mark));
      writeFileSync(mark, String(process.pid), { flag: 'wx' });
      return () => release(mark);
    } catch (error) {
      if (!isTaken(error) || !existsSync(root)) return () => undefined;
    }
    if (isLeftBehind(mark)) rmSync(mark, { force: true });
    else await sleep(lookEvery);
  }
}

/** Takes away the mark of a process that was killed in its turn. */
export function endLeftTurn(root: string): void {
  const mark = markOf(root);
  if (!existsSync(mark)) return;
  try {
    refuseOutside(root, mark);
    if (isLeftBehind(mark)) release(mark);
  } catch {
    // For the next run.
  }
}

function markOf(root: string): string {
  return path.join(root, '.tinkuy', 'writing');
}

function isTaken(error: unknown): boolean {
  // ENOENT: whoever had it took the empty folder away meanwhile.
  return error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOENT');
}

function isLeftBehind(mark: string): boolean {
  try {
    const pid = Number(readFileSync(mark, 'utf8') || Number.NaN);
    return Date.now() - statSync(mark).mtimeMs > ageMax || (!Number.isNaN(pid) && !isRunning(pid));
  } catch {
    return false;
  }
}

function release(mark: string): void {
  try {
    rmSync(mark, { force: true });
    rmdirSync(path.dirname(mark));
  } catch {
    // Others have something there, too.
  }
}
