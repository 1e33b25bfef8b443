import { randomBytes } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isLeft } from './is-left.ts';
import { refuseOutside } from './refuse-outside.ts';
import { removeLeftovers, type StagedFile } from './stage-file.ts';

/** What a process is about to do with files of a project, on the disk, so that another can finish it. */
export interface FileJournal {
  /** All files are staged: from here on whoever finds the journal moves them in. @throws errors of the file system */
  commit(staged: readonly StagedFile[]): void;
  /** All files are where they were staged again: from here on whoever finds the journal takes them away. */
  revoke(): void;
  /** It is done, or all is as it was. */
  end(): void;
}

/** Where files are staged, relative to the project: a file by itself, so that nothing ever overwrites it. */
interface JournalEntry {
  folders: string[];
}

/** What is to be moved once all is staged: another file beside it, which holds only if it is whole. */
interface JournalMoves {
  /** By place, relative to the project with all links followed: where the new text waits, and the old file is kept. */
  staged: [place: string, fresh: string, kept: string | undefined][];
}

const journalName = /^(\d+)-[0-9a-f]{8}\.json$/;
const isStaged = (at: string, place: string) =>
  at.startsWith(`${place}.tinkuy-`) && /^\d+-[0-9a-f]{8}\.(?:new|old)\.tmp$/.test(at.slice(place.length + 8));

/**
 * Opens a journal in `.tinkuy/journal` of a project, for files that are about to be staged in these folders (absolute paths).
 * Where none can be written, as in a project that is read only but for its catalogs, each file is still old or new as a whole.
 */
export function openJournal(root: string, folders: readonly string[]): FileJournal {
  try {
    return createJournal(root, folders);
  } catch {
    const nothing = () => undefined;
    return { commit: nothing, revoke: nothing, end: nothing };
  }
}

/** @throws errors of the file system; HostFailure where a link leads out of the project */
function createJournal(root: string, folders: readonly string[]): FileJournal {
  const file = path.join(folderOf(root), `${process.pid}-${randomBytes(4).toString('hex')}.json`);
  refuseOutside(root, file);
  mkdirSync(path.dirname(file), { recursive: true });
  const base = realpathSync(root);
  const write = (to: string, entry: JournalEntry | JournalMoves) =>
    writeFileSync(to, JSON.stringify(entry), { flush: true });
  const revoke = () => rmSync(movesOf(file), { force: true });
  const end = () => {
    revoke();
    rmSync(file, { force: true });
    removeEmpty(root);
  };
  try {
    write(file, { folders: [...new Set(folders)].map((at) => path.relative(root, at)) });
  } catch (error) {
    end();
    throw error;
  }
  return {
    end,
    revoke,
    commit: (staged) => {
      const named = (at: string) => path.relative(base, at);
      const entries = staged.map(({ place, fresh, kept }): JournalMoves['staged'][number] => {
        const real = path.join(realpathSync(path.dirname(place)), path.basename(place));
        return [named(real), path.basename(fresh), kept && path.basename(kept)];
      });
      write(movesOf(file), { staged: entries });
    },
  };
}

/**
 * Finishes what processes that were killed had begun: files that were all staged take their places, others are taken away.
 * What it cannot finish, as in a folder that is read only, it leaves. A journal that would have anything but a staged file
 * take its own place, or a place outside of the project, is not followed.
 */
export function finishJournals(root: string): void {
  for (const file of listJournals(root)) {
    try {
      const { folders } = readEntry<JournalEntry>(file) ?? { folders: [] };
      const { staged } = readEntry<JournalMoves>(movesOf(file)) ?? { staged: [] };
      for (const [place, fresh, kept] of staged) finishFile(root, path.join(root, place), fresh, kept);
      for (const at of folders) {
        const folder = path.join(root, at);
        refuseOutside(root, folder);
        if (existsSync(folder)) removeLeftovers(folder);
      }
      for (const done of [movesOf(file), file]) rmSync(done, { force: true });
      removeEmpty(root);
    } catch {
      // For the next run.
    }
  }
}

function finishFile(root: string, place: string, fresh: string, kept: string | undefined): void {
  const folder = path.dirname(place);
  const name = path.basename(place);
  refuseOutside(root, folder);
  if (!isStaged(fresh, name) || (kept && !isStaged(kept, name))) return;
  if (existsSync(path.join(folder, fresh))) renameSync(path.join(folder, fresh), place);
  if (kept) rmSync(path.join(folder, kept), { force: true });
}

function folderOf(root: string): string {
  return path.join(root, '.tinkuy', 'journal');
}

/** Of processes that are gone. */
function listJournals(root: string): string[] {
  const folder = folderOf(root);
  try {
    if (!lstatSync(folder).isDirectory()) return [];
    return readdirSync(folder).flatMap((name) => {
      const pid = journalName.exec(name)?.[1];
      const file = path.join(folder, name);
      return pid !== undefined && isLeft(file, Number(pid)) ? [file] : [];
    });
  } catch {
    // There is none, or something else is in its place.
    return [];
  }
}

function movesOf(file: string): string {
  return file.replace(/\.json$/, '.moves.json');
}

/** Undefined for what is missing or was cut off. */
function readEntry<T extends JournalEntry | JournalMoves>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

function removeEmpty(root: string): void {
  for (const folder of [folderOf(root), path.dirname(folderOf(root))]) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}
