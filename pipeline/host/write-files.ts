import { readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type FileJournal, finishJournals, openJournal } from './file-journal.ts';
import { HostFailure, toHostFailure } from './host-failure.ts';
import { discard, type StagedFile, stageFile } from './stage-file.ts';

/** A text and the path of its file, relative to the project. */
export interface ProjectFile {
  path: string;
  text: string;
  /** What the file held when it was read, null where there was none; left out where that does not matter. */
  before?: string | null;
}

/** Those of the files that are not on the disk as they are here. */
export function findStale<T extends ProjectFile>(root: string, files: readonly T[]): T[] {
  return files.filter(({ path: at, text }) => readIfAny(path.join(root, at)) !== text);
}

/**
 * Writes files into a project, all of them or none. They are first written beside their places, where disks fill up
 * and permissions lack; then each takes its place by a rename, and the renames are taken back when one fails. So
 * whatever ends the process, there is a whole file at every place, the old one or the new one; and the next run of whatever
 * command finishes what a killed one had begun (finishJournals), so that all are new or all are old.
 *
 * Where a file does not hold any more what it held `before`, another program is at work: nothing is written.
 * @throws HostFailure where the machine refuses; all files are then as they were
 */
export function writeFiles(root: string, files: readonly ProjectFile[]): void {
  if (files.length === 0) return;
  const staged: StagedFile[] = [];
  const looked = new Set<string>();
  let current = root;
  let journal: FileJournal | undefined;
  try {
    finishJournals(root);
    journal = openJournal(
      root,
      files.map(({ path: at }) => path.dirname(path.join(root, at))),
    );
    for (const { path: at, text } of files) {
      current = path.join(root, at);
      staged.push(stageFile(root, current, text, staged, looked));
    }
    for (const { path: at, before } of files) {
      if (before !== undefined) checkUnchanged(path.join(root, at), before);
    }
    journal.commit(staged);
    moveAll(staged, (place) => {
      current = place;
    });
  } catch (error) {
    journal?.revoke();
    // Old files that could not be put back are the only copy.
    if (!(error instanceof HostFailure && error.key === 'halfway')) staged.reverse().forEach(undo);
    journal?.end();
    throw toHostFailure(error, current);
  }
  staged.forEach(discard);
  journal.end();
}

/** Moves all files in, or takes back what was moved. At each moment the new text is there, so that a journal can be followed. */
function moveAll(staged: readonly StagedFile[], begin: (place: string) => void): void {
  const moved: StagedFile[] = [];
  try {
    for (const file of staged) {
      begin(file.place);
      renameSync(file.fresh, file.place);
      moved.push(file);
    }
  } catch (error) {
    try {
      for (const { place, fresh, kept } of moved.reverse()) {
        renameSync(place, fresh);
        if (kept !== undefined) renameSync(kept, place);
      }
    } catch (second) {
      const copies = staged.flatMap(({ kept }) => kept ?? []);
      throw new HostFailure('halfway', { path: copies.join(', ') }, second);
    }
    throw error;
  }
}

function undo(file: StagedFile): void {
  discard(file);
  if (file.made !== undefined) rmSync(file.made, { recursive: true, force: true });
}

/** A byte order mark is no part of a text. */
function checkUnchanged(full: string, before: string | null): void {
  const found = readIfAny(full)?.replace(/^\uFEFF/, '') ?? null;
  if (found !== before) throw new HostFailure('changedMeanwhile', { path: full });
}

function readIfAny(full: string): string | undefined {
  try {
    return readFileSync(full, 'utf8');
  } catch {
    return undefined;
  }
}
