import { randomBytes } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { OutputFile } from '../model.ts';
import { HostFailure, toHostFailure } from './host-failure.ts';

/** Numbers of files. */
export interface Written {
  written: number;
  unchanged: number;
  removed: number;
}

interface Move {
  /** Relative to the folder of the outputs. */
  path: string;
  /** Where the new file waits; undefined where the old one only goes. */
  staged: string | undefined;
  /** Where the old file is kept until all is done; undefined where there was none. */
  kept: string | undefined;
}

/**
 * Makes a folder hold these files, all of them or none: everything is first written to a temporary folder beside it,
 * where disks fill up and permissions lack, then moved in by renames, which are taken back when one fails.
 *
 * Files that are the same keep their time. Files that the previous manifest lists and the outputs lack are removed;
 * whatever else lies in the folder is left alone. Nothing is written through a symbolic link inside the folder.
 *
 * @param folder absolute path; made where it is missing
 * @throws HostFailure where the machine refuses; the folder is then as it was
 */
export function writeOutputs(folder: string, outputs: readonly OutputFile[]): Written {
  const wanted = new Map(outputs.map((output) => [checkPath(output.path), output.text]));
  if (wanted.size !== outputs.length) throw new Error('Two outputs have the same path');
  try {
    const target = findFolder(folder);
    const stale = listManifest(target).filter((at) => !wanted.has(at) && look(target, at) === 'file');
    const changed = [...wanted].filter(([at, text]) => !isSame(target, at, text));
    if (changed.length + stale.length > 0) replaceFiles(target, changed.sort(manifestLast), stale);
    return { written: changed.length, unchanged: wanted.size - changed.length, removed: stale.length };
  } catch (error) {
    throw toHostFailure(error, folder);
  }
}

/**
 * Real path of a folder, or the path of one that is yet to be made.
 * @throws HostFailure where something else is there, or a link that leads nowhere
 */
function findFolder(folder: string): string {
  if (!lstatSync(folder, { throwIfNoEntry: false })) return folder;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new HostFailure('noFolder', { path: folder });
  }
  return realpathSync(folder);
}

function replaceFiles(target: string, changed: readonly [string, string][], stale: readonly string[]): void {
  // The ending is one that people tell git to ignore.
  const staging = `${target}-${randomBytes(4).toString('hex')}.tmp`;
  try {
    const moves = [
      ...stale.map((at): Move => ({ path: at, staged: undefined, kept: path.join(staging, 'old', at) })),
      ...changed.map(([at, text]) => stage(staging, target, at, text)),
    ];
    for (const { kept } of moves) if (kept !== undefined) mkdirSync(path.dirname(kept), { recursive: true });
    moveAll(target, moves, path.join(staging, 'old'));
  } catch (error) {
    // Old files that could not be put back are the only copy.
    if (!(error instanceof HostFailure && error.key === 'halfway')) discard(staging);
    throw error;
  }
  discard(staging);
  removeEmptyFolders(target, stale);
}

function discard(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function stage(staging: string, target: string, at: string, text: string): Move {
  const staged = path.join(staging, 'new', at);
  mkdirSync(path.dirname(staged), { recursive: true });
  writeFileSync(staged, text);
  return { path: at, staged, kept: look(target, at) === 'file' ? path.join(staging, 'old', at) : undefined };
}

/** Moves all files in, or takes back what was moved and throws what stopped it; HostFailure "halfway" where it cannot. */
function moveAll(target: string, moves: readonly Move[], keptIn: string): void {
  const undo: (() => void)[] = [];
  const rename = (from: string, to: string) => {
    renameSync(from, to);
    undo.push(() => renameSync(to, from));
  };
  try {
    for (const { path: at, staged, kept } of moves) {
      const place = path.join(target, at);
      if (kept !== undefined) rename(place, kept);
      if (staged === undefined) continue;
      const made = mkdirSync(path.dirname(place), { recursive: true });
      if (made !== undefined) undo.push(() => rmSync(made, { recursive: true, force: true }));
      rename(staged, place);
    }
  } catch (error) {
    try {
      for (const step of undo.reverse()) step();
    } catch (second) {
      throw new HostFailure('halfway', { path: keptIn }, second);
    }
    throw error;
  }
}

function manifestLast([a]: [string, string], [b]: [string, string]): number {
  return Number(a === 'manifest.json') - Number(b === 'manifest.json');
}

/** Paths in the previous manifest; none where it is missing or damaged, so that nothing is removed by guess. */
function listManifest(target: string): string[] {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path.join(target, 'manifest.json'), 'utf8'));
    const files = (manifest as { files?: unknown } | null)?.files;
    if (!Array.isArray(files)) return [];
    return files.map((file: { path?: unknown } | null) => String(file?.path)).filter(isInside);
  } catch {
    return [];
  }
}

function checkPath(at: string): string {
  if (!isInside(at))
    throw new Error(`An output's path leaves the folder of the outputs: ${JSON.stringify(at)}`);
  return at;
}

/** Whether a path is relative, in its simplest form, and goes down only. */
function isInside(at: string): boolean {
  return (
    at !== '' &&
    !/[\\\0]|^\/|^[A-Za-z]:/.test(at) &&
    at.split('/').every((name) => !/^(?:\.{0,2})$/.test(name))
  );
}

/** @throws HostFailure where something is in the way that is not ours */
function isSame(target: string, at: string, text: string): boolean {
  const found = look(target, at);
  if (found === 'obstacle') throw new HostFailure('inTheWay', { path: path.join(target, at) });
  return found === 'file' && readFileSync(path.join(target, at)).equals(Buffer.from(text));
}

/** What is at a path under the target; an obstacle is a link, or a folder in the place of a file and vice versa. */
function look(target: string, at: string): 'file' | 'nothing' | 'obstacle' {
  const names = at.split('/');
  for (let depth = 0; depth <= names.length; depth += 1) {
    const found = lstatSync(path.join(target, ...names.slice(0, depth)), { throwIfNoEntry: false });
    if (found === undefined) return 'nothing';
    if (depth === names.length ? !found.isFile() : !found.isDirectory()) return 'obstacle';
  }
  return 'file';
}

function removeEmptyFolders(target: string, removed: readonly string[]): void {
  const folders = new Set(removed.flatMap((at) => ancestors(at)));
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    try {
      rmdirSync(path.join(target, folder));
    } catch {
      // Not empty: somebody else's files live there.
    }
  }
}

function ancestors(at: string): string[] {
  const names = at.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}
