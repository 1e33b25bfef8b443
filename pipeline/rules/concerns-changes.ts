import type { Diagnostic } from '../model.ts';

/** Files that all others depend on: configuration, schemas, rules, words. */
const forAll = /^(?:tinkuy\.yaml$|schemas\/|rules\/|locales\/[^/]+\/[^/]+\.json$|source\/[^/]+\/schemas\/)/;
/** Files of one text, whose name is in the path. */
const ofText = /^(?:source\/([^/]+)\/|locales\/[^/]+\/([^/]+)\.po$)/;

/**
 * Makes the question whether a finding has to do with files that were changed: it is in one of them or speaks of it, or it is in a file
 * that depends on one. What concerns all texts concerns everything, and the files of a text depend on each other.
 *
 * @param changed paths from the project's root
 */
export function concernsChanges(changed: ReadonlySet<string>): (finding: Diagnostic) => boolean {
  const paths = [...changed];
  if (paths.some((path) => forAll.test(path))) return () => true;
  const texts = new Set(paths.flatMap((path) => nameOf(path) ?? []));
  const pages = paths.some((path) => path.endsWith('.md') && nameOf(path) === undefined);
  const isNear = (path: string): boolean => {
    const name = nameOf(path);
    // The catalog of a page has a name that its path does not tell.
    return changed.has(path) || (name !== undefined && (texts.has(name) || (pages && path.endsWith('.po'))));
  };
  return ({ location, related }) =>
    isNear(location.path) || related.some(({ location: { path } }) => isNear(path));
}

function nameOf(path: string): string | undefined {
  const [, source, catalog] = ofText.exec(path) ?? [];
  return source ?? catalog;
}
