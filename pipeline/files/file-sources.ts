import type { Diagnostic, SourceFile, Staged } from '../model.ts';

/** A repository's files, as the machine hands them over. */
export interface FileSources {
  /** Of all files that are looked at, relative to the project, sorted. */
  paths: readonly string[];
  /** Links that lead out of the project or nowhere. */
  strayLinks: readonly string[];
  /** Undefined, with the finding that tells why, where it cannot be read. */
  read: (path: string) => Staged<SourceFile | undefined>;
  /** Line by line, so that a file of any size takes no more memory than its longest line. */
  readLines: (path: string) => Iterable<FileLine>;
  /** Whether there is a file at a path within the project, one that is passed by, too. */
  exists: (path: string) => boolean;
}

/** A line, from 1, or what keeps it from being read. */
export type FileLine = { number: number; text: string } | { number: number; unread: Diagnostic };
