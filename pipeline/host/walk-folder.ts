import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { isWithin } from './is-within.ts';

export interface Walk {
  /** Paths relative to the root, forward slashes, sorted by code units. */
  paths: string[];
  /** Real paths of the folders that were looked into, and of those that linked files lie in. */
  folders: Set<string>;
  diagnostics: Diagnostic[];
}

/**
 * Lists the files of a root that are wanted, out of some of its files and folders. Names with a dot in front and node_modules are passed by,
 * as are pipes, sockets and devices. Symbolic links are followed inside the root and refused (file-is-inside-project)
 * where they lead out of it or nowhere; those of a `trusted` root may lead anywhere, as some installers make them.
 */
export function walkFolder(
  root: string,
  tops: readonly string[],
  isWanted: (path: string) => boolean,
  trusted = false,
): Walk {
  const walk: Walk = { paths: [], folders: new Set(), diagnostics: [] };
  const realRoot = trusted ? path.parse(root).root : realpathSync(root);
  const visit = { root, realRoot, isWanted, walk };
  for (const top of tops) {
    if (lstatSync(path.join(root, top), { throwIfNoEntry: false }) !== undefined) visitEntry(visit, top, []);
  }
  walk.paths.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return walk;
}

interface Visit {
  root: string;
  /** Real path of the folder that links may not lead out of. */
  realRoot: string;
  isWanted: (path: string) => boolean;
  walk: Walk;
}

/** `above`: real paths of the folders on the way here, so that a link to one of them is not followed in a circle. */
function visitFolder(visit: Visit, folder: string, above: readonly string[]): void {
  const real = visitReal(visit, folder);
  if (real === undefined || above.includes(real)) return;
  visit.walk.folders.add(real);
  let entries: Dirent[];
  try {
    entries = readdirSync(path.join(visit.root, folder), { withFileTypes: true });
  } catch (error) {
    visit.walk.diagnostics.push(unreadable(folder, error));
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    visitEntry(visit, `${folder}/${entry.name}`, [...above, real], entry);
  }
}

function visitEntry(visit: Visit, at: string, above: readonly string[], known?: Dirent): void {
  let kind: Dirent | Stats | undefined = known;
  if (known === undefined || known.isSymbolicLink()) {
    const real = visitReal(visit, at);
    if (real === undefined) return;
    visit.walk.folders.add(path.dirname(real));
    kind = statSync(path.join(visit.root, at), { throwIfNoEntry: false });
  }
  if (kind?.isDirectory()) visitFolder(visit, at, above);
  else if (kind?.isFile() && visit.isWanted(at)) visit.walk.paths.push(at);
}

/** Real path of a place in the project; a diagnostic where there is none, or where it is outside. */
function visitReal({ root, realRoot, walk }: Visit, at: string): string | undefined {
  let real: string | undefined;
  try {
    real = realpathSync(path.join(root, at));
  } catch {
    real = undefined;
  }
  if (real !== undefined && isWithin(realRoot, real)) return real;
  walk.diagnostics.push(diagnose('file-is-inside-project', startOfFile(at), { path: at }));
  return undefined;
}

/** file-is-readable, with what the system says ("EACCES"). */
export function unreadable(at: string, error: unknown): Diagnostic {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return diagnose('file-is-readable', startOfFile(at), { path: at, code });
}
