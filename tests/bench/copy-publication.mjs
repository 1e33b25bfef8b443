import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';

/** Copies this repository's publication with the compiled tool to a folder that is measured: nothing of the repository is written. */
export function copyPublication(root, copy) {
  const left = new Set(['node_modules', '.git', '.tinkuy']);
  cpSync(root, copy, { recursive: true, filter: (from) => !left.has(path.relative(root, from)) });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
}
