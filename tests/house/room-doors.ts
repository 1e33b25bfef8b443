import path from 'node:path';
import ts from 'typescript';
import type { Sources } from './declared-names.ts';

/** What of pipeline/ is open to tests, whoever imports it. */
export interface OpenModules {
  /** Files of the root, which are no room's. */
  root: readonly string[];
  /** Doors of the room that no other imports. */
  host: readonly string[];
}

/** The modules of pipeline/ that another room, or a file of the root, imports: where a room is entered. */
export function findDoors(pipeline: Sources): Set<string> {
  const doors = new Set<string>();
  for (const [from, text] of pipeline) {
    for (const to of importsOf(from, text)) {
      if (pipeline.has(to) && roomOf(to) !== roomOf(from)) doors.add(to);
    }
  }
  return doors;
}

/**
 * Modules of pipeline/ that tests import and that are no doors, each with the tests that do.
 *
 * @param pipeline by path in pipeline/
 * @param tests by path in tests/, which lies beside pipeline/
 */
export function findInnerImports(
  pipeline: Sources,
  tests: Sources,
  { root, host }: OpenModules,
): Map<string, string[]> {
  const doors = findDoors(pipeline);
  const isOpen = (module: string): boolean =>
    roomOf(module) === 'host' ? host.includes(module) : root.includes(module) || doors.has(module);
  const inner = new Map<string, string[]>();
  for (const [test, text] of tests) {
    const imported = importsOf(`../tests/${test}`, text).filter((to) => pipeline.has(to) && !isOpen(to));
    for (const to of new Set(imported)) inner.set(to, [...(inner.get(to) ?? []), test]);
  }
  return inner;
}

/** Paths that a file imports, types and dynamic imports among them, from where the file's own path is from. */
function importsOf(from: string, text: string): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => path.posix.join(path.posix.dirname(from), fileName))
    .map((to) => to.replace(/^\.\.\/pipeline\//, ''));
}

/** '' for a file of the root. */
function roomOf(module: string): string {
  return module.includes('/') ? (module.split('/')[0] ?? '') : '';
}
