import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { Diagnostic } from '../model.ts';
import { isWithin } from './is-within.ts';
import { unreadable } from './walk-folder.ts';

/** A repository as it was looked through. */
export interface RepositoryWalk {
  /** Relative to the root, forward slashes, sorted by code units. */
  paths: string[];
  /** Links that lead out of the root or nowhere, in the same form. */
  strayLinks: string[];
  diagnostics: Diagnostic[];
}

/** Folders of tools, that are nobody's data. */
const passedBy = new Set(['.git', 'node_modules']);

/**
 * Lists the files of a repository. Passed by are .git and node_modules, other repositories in it, what its .gitignore files name, and
 * names with a dot in front unless they are wanted. Links to files in it are followed, links to folders are not, so that none
 * leads in a circle.
 *
 * @param isHiddenWanted whether a name with a dot in front is looked at
 */
export function walkRepository(root: string, isHiddenWanted: (name: string) => boolean): RepositoryWalk {
  const walk: RepositoryWalk = { paths: [], strayLinks: [], diagnostics: [] };
  const realRoot = realpathSync(root);
  const visit = (folder: string, above: readonly Ignoring[]): void => {
    const entries = readFolder(root, folder, walk.diagnostics);
    if (folder !== '' && entries.some(({ name }) => name === '.git')) return;
    const rules = entries.some((entry) => entry.name === '.gitignore' && entry.isFile())
      ? [...above, { folder, rules: readRules(path.join(root, folder, '.gitignore')) }]
      : above;
    for (const entry of entries) {
      const { name } = entry;
      if (passedBy.has(name) || (name.startsWith('.') && !isHiddenWanted(name))) continue;
      const at = folder === '' ? name : `${folder}/${name}`;
      if (isIgnored(at, entry.isDirectory(), rules)) continue;
      if (entry.isDirectory()) visit(at, rules);
      else if (entry.isFile()) walk.paths.push(at);
      else if (entry.isSymbolicLink()) {
        const target = kindOfTarget(path.join(root, at), realRoot);
        if (target === 'file') walk.paths.push(at);
        else if (target === 'stray') walk.strayLinks.push(at);
      }
    }
  };
  visit('', []);
  for (const list of [walk.paths, walk.strayLinks]) list.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return walk;
}

/** A .gitignore, by the folder that it stands in. */
interface Ignoring {
  folder: string;
  rules: Ignore;
}

function readFolder(root: string, folder: string, diagnostics: Diagnostic[]): Dirent[] {
  try {
    return readdirSync(path.join(root, folder), { withFileTypes: true });
  } catch (error) {
    diagnostics.push(unreadable(folder, error));
    return [];
  }
}

function readRules(file: string): Ignore {
  try {
    return ignore({ ignorecase: false }).add(readFileSync(file, 'utf8'));
  } catch {
    return ignore();
  }
}

/** The innermost .gitignore that speaks of a path decides. */
function isIgnored(at: string, isFolder: boolean, above: readonly Ignoring[]): boolean {
  for (const { folder, rules } of [...above].reverse()) {
    const inside = folder === '' ? at : at.slice(folder.length + 1);
    const { ignored, unignored } = rules.test(isFolder ? `${inside}/` : inside);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function kindOfTarget(full: string, realRoot: string): 'file' | 'stray' | 'other' {
  try {
    if (!isWithin(realRoot, realpathSync(full))) return 'stray';
    return statSync(full).isFile() ? 'file' : 'other';
  } catch {
    return 'stray';
  }
}
