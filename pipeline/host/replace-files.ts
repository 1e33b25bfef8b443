import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { OutputFile } from '../model.ts';
import type { Staging } from './create-staging.ts';
import { HostFailure } from './host-failure.ts';
import { isLeft } from './is-left.ts';
import { isInnerPath, lookInside } from './look-inside.ts';

/** What happens to one file. */
interface Move {
  /** Relative to the folder of the outputs. */
  path: string;
  /** Where the new file waits; undefined where the old one only goes. */
  staged: string | undefined;
  /** Where the old file is kept until all is done; undefined where there was none. */
  kept: string | undefined;
}

/** In the folder where files wait: what moves, once all of them wait there. Whoever finds it moves in what has not moved. */
const journal = 'journal.json';

/** Moves of a journal. */
interface ReplacementEntry {
  put: string[];
  take: string[];
}

/**
 * Puts files into a folder and takes others out, all or none. New files wait in a folder beside it, whose name ends as people
 * tell git to ignore; old ones are kept there until all is done.
 *
 * @param target real path of the folder
 * @throws errors of the file system; HostFailure "halfway"
 */
export function replaceFiles(
  target: string,
  changed: readonly OutputFile[],
  stale: readonly string[],
  { folder: staging, put }: Staging,
): void {
  const old = path.join(staging, 'old');
  try {
    const moves = [
      ...stale.map((at): Move => ({ path: at, staged: undefined, kept: path.join(old, at) })),
      ...changed.map((file): Move => {
        const { path: at } = file;
        const staged = waitingAt(staging, at);
        put(file, staged);
        return { path: at, staged, kept: lookInside(target, at) === 'file' ? path.join(old, at) : undefined };
      }),
    ];
    for (const { kept } of moves) if (kept !== undefined) mkdirSync(path.dirname(kept), { recursive: true });
    const entry: ReplacementEntry = { put: changed.map(({ path: at }) => at), take: [...stale] };
    writeFileSync(path.join(staging, journal), JSON.stringify(entry), { flush: true });
    moveAll(target, moves, old);
  } catch (error) {
    // Without its journal nobody finishes it.
    rmSync(path.join(staging, journal), { force: true });
    if (!hasOnlyCopies(staging)) rmSync(staging, { recursive: true, force: true });
    throw error;
  }
  discard(staging);
  removeEmptyFolders(target, stale);
}

/**
 * Finishes what processes that were killed had begun with a folder: where all files waited they are moved in, the manifest
 * last; where not nothing had moved, and what waits is taken away. What cannot be finished, as in a folder that is read
 * only, is left.
 *
 * @param own the folder where files of this process wait; none does unless given
 */
export function finishReplacements(target: string, own?: string): void {
  for (const staging of listStagings(target)) {
    if (staging === own) continue;
    try {
      const { put, take } = readEntry(staging);
      for (const at of put.filter(isInnerPath)) {
        const staged = waitingAt(staging, at);
        if (!existsSync(staged) || lookInside(target, at) === 'obstacle') continue;
        mkdirSync(path.dirname(path.join(target, at)), { recursive: true });
        renameSync(staged, path.join(target, at));
      }
      for (const at of take.filter(isInnerPath)) {
        if (lookInside(target, at) === 'file') rmSync(path.join(target, at));
      }
      if (!hasOnlyCopies(staging)) discard(staging);
      removeEmptyFolders(target, take.filter(isInnerPath));
    } catch {
      // For the next run.
    }
  }
}

/** Of processes that are gone. */
function listStagings(target: string): string[] {
  const folder = path.dirname(target);
  const pattern = /^-(\d+)-[0-9a-f]{8}\.tmp$/;
  const base = path.basename(target);
  const pidOf = (name: string) =>
    name.startsWith(base) ? pattern.exec(name.slice(base.length))?.[1] : undefined;
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => {
        const pid = pidOf(name);
        const staging = path.join(folder, name);
        return pid !== undefined && isLeft(staging, Number(pid)) ? [staging] : [];
      });
  } catch {
    return [];
  }
}

/** Whether it was left because old files could not be put back: then it is the reader who decides. */
function hasOnlyCopies(staging: string): boolean {
  const old = path.join(staging, 'old');
  if (existsSync(path.join(staging, journal)) || !existsSync(old)) return false;
  return readdirSync(old, { recursive: true, withFileTypes: true }).some((entry) => entry.isFile());
}

/** The journal goes last: until then it says rightly that there is nothing left to move. */
function discard(staging: string): void {
  for (const part of ['new', 'old', '']) rmSync(path.join(staging, part), { recursive: true, force: true });
}

/** A journal that is missing or was cut off says that nothing had moved. */
function readEntry(staging: string): ReplacementEntry {
  try {
    return JSON.parse(readFileSync(path.join(staging, journal), 'utf8')) as ReplacementEntry;
  } catch {
    return { put: [], take: [] };
  }
}

function waitingAt(staging: string, at: string): string {
  return path.join(staging, 'new', at);
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
