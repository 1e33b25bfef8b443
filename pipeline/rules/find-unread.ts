import type { Diagnostic } from '../model.ts';
import type { RuleId } from './rules.ts';

/** Rules that a file breaks which is then not read, or not in full. */
const unreadable: ReadonlySet<Diagnostic['rule']> = new Set<RuleId>([
  'catalog-is-merged',
  'catalog-is-utf-8',
  'catalog-is-well-formed',
  'file-is-inside-project',
  'file-is-readable',
  'file-is-utf8',
  'file-size-is-bounded',
  'front-matter-is-well-formed',
  'nesting-is-shallow',
  'paragraph-has-bounded-length',
  'yaml-is-well-formed',
]);

/**
 * Tells of a path whether what is there was not read in full. How much a finding weighs is the project's choice; that
 * nothing is written over which nobody has read, or made from half a text, is not.
 */
export function findUnread(diagnostics: readonly Diagnostic[]): (path: string) => boolean {
  const places = new Set(
    diagnostics.filter(({ rule }) => unreadable.has(rule)).map(({ location }) => location.path),
  );
  // What lies in a folder that could not be read was not read either.
  return (path) => path.split('/').some((_, index, names) => places.has(names.slice(0, index + 1).join('/')));
}
