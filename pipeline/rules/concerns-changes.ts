import type { Diagnostic } from '../model.ts';

/** Files of source/ that publications share. */
const shared = /^source\/(?:entities\/|[^/]+$)/;
/** Files that all others depend on: configuration, schemas, rules, words, and what publications share. */
const forAll = new RegExp(
  `^(?:tinkuy\\.yaml$|schemas/|rules/|locales/[^/]+/[^/]+\\.json$|source/[^/]+/schemas/)|${shared.source}`,
);
/** Rules that hold files against each other: what was changed in one shows in another. */
const across: readonly Diagnostic['rule'][] = [
  'path-leads-to-a-file',
  'reference-resolves',
  'unique-value-is-of-one-entity',
];
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
    // What a text takes anew may lack something where it is shared.
    if (shared.test(path)) return changed.has(path) || texts.size > 0;
    return changed.has(path) || (name !== undefined && (texts.has(name) || (pages && path.endsWith('.po'))));
  };
  const isAcross = (rule: Diagnostic['rule']) => changed.size > 0 && across.includes(rule);
  return ({ rule, location, related }) =>
    isAcross(rule) || isNear(location.path) || related.some(({ location: { path } }) => isNear(path));
}

function nameOf(path: string): string | undefined {
  const [, source, catalog] = ofText.exec(path) ?? [];
  return source ?? catalog;
}
