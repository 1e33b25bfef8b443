import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { OutputFile } from '../model.ts';
import { createStaging, type Staging } from './create-staging.ts';
import { holdsBytes } from './holds-bytes.ts';
import { HostFailure, toHostFailure } from './host-failure.ts';
import { isInnerPath, lookInside } from './look-inside.ts';
import { refuseOutside } from './refuse-outside.ts';
import { finishReplacements, replaceFiles } from './replace-files.ts';

/** Numbers of files. */
export interface Written {
  written: number;
  unchanged: number;
  removed: number;
}

/** What somebody who writes again and again knows of files that nobody else has touched. */
export interface WrittenMemory {
  /** Whether the file at a path is known to hold this text; asked before it is read. */
  has: (at: string, file: OutputFile) => boolean;
  /** Told that the file at a path held this text when it was read after that. */
  keep: (at: string, file: OutputFile) => void;
}

/**
 * Makes a folder hold these files, all of them or none: everything is first written to a temporary folder beside it,
 * where disks fill up and permissions lack, then moved in by renames, which are taken back when one fails. Where the process
 * is killed meanwhile the next run finishes it (finishReplacements); until then the manifest is not that of the files.
 *
 * Files that are the same keep their time. Files that the previous manifest lists and the outputs lack are removed;
 * whatever else lies in the folder is left alone. Nothing is written through a symbolic link inside the folder.
 *
 * @param folder absolute path, in the project, which nothing is written outside of; made where it is missing
 * @param staging where some of the files wait already; one of its own unless given
 * @param memory what is known of files, which need not be read then; nothing is unless given
 * @throws HostFailure where the machine refuses; the folder is then as it was
 */
export function writeOutputs(
  folder: string,
  outputs: readonly OutputFile[],
  staging?: Staging,
  memory?: WrittenMemory,
): Written {
  const wanted = new Map(outputs.map((output) => [checkPath(output.path), output]));
  if (wanted.size !== outputs.length) throw new Error('Two outputs have the same path');
  try {
    const target = findOutputFolder(folder);
    refuseOutside(path.dirname(folder), folder);
    finishReplacements(target, staging?.folder);
    const stale = listManifest(target).filter((at) => !wanted.has(at) && lookInside(target, at) === 'file');
    const changed = [...wanted.values()].filter((output) => {
      const at = path.join(target, output.path);
      if (memory?.has(at, output)) return false;
      if (!isSame(target, output)) return true;
      memory?.keep(at, output);
      return false;
    });
    if (changed.length + stale.length > 0)
      replaceFiles(target, changed.sort(manifestLast), stale, staging ?? createStaging(target));
    return { written: changed.length, unchanged: wanted.size - changed.length, removed: stale.length };
  } catch (error) {
    throw toHostFailure(error, folder);
  }
}

/**
 * Real path of a folder, or the path of one that is yet to be made.
 * @throws HostFailure where something else is there, or a link that leads nowhere
 */
export function findOutputFolder(folder: string): string {
  if (!lstatSync(folder, { throwIfNoEntry: false })) return folder;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new HostFailure('noFolder', { path: folder });
  }
  return realpathSync(folder);
}

function manifestLast(a: OutputFile, b: OutputFile): number {
  return Number(a.path === 'manifest.json') - Number(b.path === 'manifest.json');
}

/** Paths in the previous manifest; none where it is missing or damaged, so that nothing is removed by guess. */
function listManifest(target: string): string[] {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path.join(target, 'manifest.json'), 'utf8'));
    const files = (manifest as { files?: unknown } | null)?.files;
    if (!Array.isArray(files)) return [];
    return files.map((file: { path?: unknown } | null) => String(file?.path)).filter(isInnerPath);
  } catch {
    return [];
  }
}

function checkPath(at: string): string {
  if (!isInnerPath(at))
    throw new Error(`An output's path leaves the folder of the outputs: ${JSON.stringify(at)}`);
  return at;
}

/** @throws HostFailure where something is in the way that is not ours */
function isSame(target: string, file: OutputFile): boolean {
  const [full, found] = [path.join(target, file.path), lookInside(target, file.path)];
  if (found === 'obstacle') throw new HostFailure('inTheWay', { path: full });
  if (found !== 'file') return false;
  if (!file.digest) return readFileSync(full).equals(Buffer.from(file.text));
  return holdsBytes(full, file.digest);
}
