import type { Configuration, Diagnostic } from '../../model.ts';
import type { EntryCounts } from '../../translation/workbench/sync.ts';
import type { FileDigest } from './run-record.ts';

/** What a sync of catalogs that had nothing to write found: as much as it takes to say so again. */
export interface SyncRecord {
  diagnostics: Diagnostic[];
  /** Severities as the project chose them. */
  rules: Configuration['rules'];
  catalogs: { path: string; counts?: EntryCounts }[];
  /** Paths of catalogs that it could not have written. */
  unread: string[];
  /** Names of texts with an error, whose catalogs it could not have written. */
  faulty: string[];
  /** Files that it writes and does not read: they are as it makes them. */
  held: FileDigest[];
}
