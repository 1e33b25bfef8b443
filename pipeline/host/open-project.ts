import { statSync } from 'node:fs';
import path from 'node:path';
import type { ProjectFiles, Staged } from '../model.ts';
import { readProject } from './read-project.ts';
import { UsageError } from './usage-error.ts';

export interface OpenProject extends Staged<ProjectFiles> {
  /** Absolute path. */
  root: string;
}

/**
 * Reads the project in a folder, which is relative to `cwd`.
 * @throws UsageError where there is no such folder
 */
export function openProject(folder: string, cwd: string): OpenProject {
  const root = path.resolve(cwd, folder);
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError('noProject', { path: folder });
  return { root, ...readProject(root) };
}
