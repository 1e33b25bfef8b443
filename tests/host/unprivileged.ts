import { chmodSync } from 'node:fs';

/** User without rights of its own on any POSIX system. */
const nobody = 65534;

/** Runs something without root's privileges, which would open any file; `folder` is made one that all may enter. */
export function unprivileged<T>(folder: string, run: () => T): T {
  if (process.getuid?.() !== 0) return run();
  chmodSync(folder, 0o755);
  process.seteuid?.(nobody);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
}
