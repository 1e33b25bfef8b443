import type { Inputs } from './run-record.ts';

/** What became of an input; `change` is a key under "cache" in locales/<lang>/cli.json. */
export interface FileChange {
  change: 'changed' | 'added' | 'removed';
  path: string;
}

/** The inputs that differ: those that are there, in their order, then those that are gone. */
export function listChanges(before: Inputs, now: Inputs): FileChange[] {
  const [old, present] = [new Map(before), new Map(now)];
  return [
    ...now
      .filter(([path, digest]) => old.get(path) !== digest)
      .map(([path]): FileChange => ({ change: old.has(path) ? 'changed' : 'added', path })),
    ...before
      .filter(([path]) => !present.has(path))
      .map(([path]): FileChange => ({ change: 'removed', path })),
  ];
}
