import { statSync } from 'node:fs';
import { isRunning } from './is-running.ts';

/** Milliseconds after which nobody still writes what takes seconds: the number of the process belongs to another by now. */
const ageMax = 60 * 60 * 1000;

/** Whether the process with a number, which made this file or folder, left it behind. */
export function isLeft(at: string, pid: number): boolean {
  return !isRunning(pid) || Date.now() - statSync(at).mtimeMs > ageMax;
}
