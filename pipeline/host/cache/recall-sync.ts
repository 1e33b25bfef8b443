import type { ProjectFolder } from '../open-folder.ts';
import { sha256 } from '../sha256.ts';
import type { ProjectFile } from '../write-files.ts';
import { isHeld } from './is-held.ts';
import { openCache } from './open-cache.ts';
import { openRunCache } from './open-run-cache.ts';
import type { SyncRecord } from './sync-record.ts';

/** What is known of a sync before it begins. */
export interface RecalledSync {
  /** What a sync of the same files found, where it had nothing to write and nothing is to be written now. */
  known: SyncRecord | undefined;
  /** Keeps what a sync found that had nothing to write. @param files all that it would write */
  keep: (record: Omit<SyncRecord, 'held'>, files: readonly ProjectFile[]) => void;
}

const nothing: RecalledSync = { known: undefined, keep: () => undefined };

/**
 * Looks up what a sync of these files came to. Where a file could not be read nothing is known: what a sync does then follows
 * from more than the files that it reads.
 */
export function recallSync(
  project: ProjectFolder,
  env: Readonly<Record<string, string | undefined>>,
  isWanted: boolean,
): RecalledSync {
  const opened = project.diagnostics.length > 0 ? 'off' : openCache(project, env, isWanted);
  if (typeof opened === 'string') return nothing;
  const cache = openRunCache<SyncRecord>(opened.folder, opened.inputs, 'sync');
  const found = cache.find();
  return {
    known: found && isHeld(project.root, found.held) ? found : undefined,
    keep: (record, files) => {
      const read = new Set(project.value.own.map((file) => file.path));
      const held = files.filter((file) => !read.has(file.path));
      cache.keep({ ...record, held: held.map(({ path, text }) => [path, sha256(text)]) });
    },
  };
}
