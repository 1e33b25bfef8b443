import { lstatSync } from 'node:fs';
import path from 'node:path';

/** What is at a path under the target; an obstacle is a link, or a folder in the place of a file and vice versa. */
export function lookInside(target: string, at: string): 'file' | 'nothing' | 'obstacle' {
  const names = at.split('/');
  for (let depth = 0; depth <= names.length; depth += 1) {
    const found = lstatSync(path.join(target, ...names.slice(0, depth)), { throwIfNoEntry: false });
    if (found === undefined) return 'nothing';
    if (depth === names.length ? !found.isFile() : !found.isDirectory()) return 'obstacle';
  }
  return 'file';
}

/** Whether a path is relative, in its simplest form, and goes down only. */
export function isInnerPath(at: string): boolean {
  return (
    at !== '' &&
    !/[\\\0]|^\/|^[A-Za-z]:/.test(at) &&
    at.split('/').every((name) => !/^(?:\.{0,2})$/.test(name))
  );
}
