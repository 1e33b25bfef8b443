import { type BigIntStats, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { walkProject } from '../read-project.ts';

/** What a build reads as it lies on the disk, told by names, sizes and times alone. */
export interface Survey {
  /** By path: what changes when the file is written or another one takes its place. */
  files: ReadonlyMap<string, string>;
  /** By real path, the project's own folder first: what changes when another folder takes its place. */
  folders: ReadonlyMap<string, string>;
  /** Names in the project's own folder under which a build looks for something. */
  tops: ReadonlySet<string>;
  /** Paths of files that are held against schemas, which no folder is listened to for. */
  held: readonly string[];
}

/**
 * Looks through a project without reading its files.
 *
 * @param root absolute path
 * @param listHeld lists files that are held against schemas beside a publication
 * @throws errors of the file system where there is no such folder
 */
export function surveyProject(root: string, listHeld: (root: string) => string[] = () => []): Survey {
  const { paths, folders, tops, diagnostics } = walkProject(root, { withMemory: false });
  const held = listHeld(root);
  const files = [...paths, ...held].map((at) => [at, stampOf(path.join(root, at))] as const);
  // A link that leads nowhere, and a folder that may not be read, are what they are until they are something else.
  const refused = diagnostics.map(({ location, rule }) => [location.path, rule] as const);
  return {
    files: new Map([...files, ...refused]),
    // A system gives a new folder the number of one that is gone.
    folders: new Map(
      [realpathSync(root), ...folders].map((at) => {
        const found = lookAt(at);
        return [at, `${identityOf(found)} ${found?.birthtimeNs}`];
      }),
    ),
    tops: new Set(tops.map((top) => top.split('/', 1)[0] ?? top)),
    held,
  };
}

/** Whether two surveys found the same files and folders. */
export function isSameSurvey(one: Survey, other: Survey): boolean {
  return isSameMap(one.files, other.files) && isSameMap(one.folders, other.folders);
}

function isSameMap(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, value]) => other.get(name) === value);
}

function stampOf(full: string): string {
  const found = lookAt(full);
  return [identityOf(found), found?.size, found?.mtimeNs, found?.ctimeNs].join(' ');
}

function identityOf(found: BigIntStats | undefined): string {
  return `${found?.dev}:${found?.ino}`;
}

/** Undefined for what is gone by now, or may not be looked at. */
function lookAt(full: string): BigIntStats | undefined {
  try {
    return statSync(full, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
