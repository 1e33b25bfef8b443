import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import type { ProjectFiles, Staged } from '../model.ts';
import { finishJournals } from './file-journal.ts';
import { type ReadOptions, readProject } from './read-project.ts';
import { finishReplacements } from './replace-files.ts';
import { endLeftTurn } from './take-turn.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** A project as it is on the disk; findings are about what could not be read. */
export interface ProjectFolder extends Staged<ProjectFiles> {
  /** Absolute path. */
  root: string;
}

/**
 * Reads the project in a folder, which is relative to where the tool was started. What a command that was killed had begun
 * to write is finished first.
 *
 * @throws UsageError where there is no such folder, or none that may be read
 */
export function openFolder(
  folder: string,
  { cwd, keep }: Pick<Terminal, 'cwd' | 'keep'>,
  options: ReadOptions = {},
): ProjectFolder {
  const root = path.resolve(cwd, folder);
  if (!isFolder(root)) throw new UsageError('noProject', { path: folder });
  finishJournals(root);
  finishReplacements(path.join(root, 'dist'));
  endLeftTurn(root);
  return { root, ...readProject(root, { keep, ...options }) };
}

/** False too for a path through a file, a link that leads in a circle, and a name that is too long. */
function isFolder(root: string): boolean {
  try {
    accessSync(root, constants.R_OK | constants.X_OK);
    return statSync(root).isDirectory();
  } catch {
    return false;
  }
}
