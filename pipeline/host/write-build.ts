import path from 'node:path';
import type { OutputFile } from '../model.ts';
import type { Staging } from './create-staging.ts';
import { findStale, writeFiles } from './write-files.ts';
import { type Written, type WrittenMemory, writeOutputs } from './write-outputs.ts';

/** What of a build goes to the disk. */
export interface BuiltFiles {
  outputs: readonly OutputFile[];
  /** Paths relative to the project. */
  pages: readonly OutputFile[];
  /** Number of files in dist/ where nothing was built, and none is to be written. */
  unchanged: number;
  /** Where files of dist/ wait that were laid down; none were unless given. */
  staging?: Staging | undefined;
  /** As writeOutputs has it. */
  memory?: WrittenMemory | undefined;
}

/** Numbers of files in dist/, and the paths of the pages that were written. */
export interface WrittenBuild extends Written {
  stale: string[];
}

/**
 * Writes a build into its project: the pages in their places, then dist/, each all or none.
 * @throws HostFailure where the machine refuses
 */
export function writeBuild(
  root: string,
  { outputs, pages, unchanged, staging, memory }: BuiltFiles,
): WrittenBuild {
  // The manifest, which tells what was built, goes last.
  const stale = findStale(root, pages);
  writeFiles(root, stale);
  const nothing = { written: 0, unchanged, removed: 0 };
  const written =
    outputs.length > 0 ? writeOutputs(path.join(root, 'dist'), outputs, staging, memory) : nothing;
  return { ...written, stale: stale.map((page) => page.path) };
}
