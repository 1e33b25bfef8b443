import type { Diagnostic, Location } from '../model.ts';
import { compareText } from '../values/compare-text.ts';

/**
 * Diagnostics in the order of a reader: by path, place, rule, values; the same list on every machine whatever the
 * order of files and stages was. Exact repetitions are dropped.
 */
export function sortDiagnostics<T extends Diagnostic>(diagnostics: readonly T[]): T[] {
  const keyed = diagnostics.map((diagnostic) => ({ diagnostic, tail: tailOf(diagnostic) }));
  keyed.sort(
    (a, b) => comparePlace(a.diagnostic.location, b.diagnostic.location) || compareText(a.tail, b.tail),
  );
  return keyed
    .filter(({ diagnostic, tail }, index) => {
      const before = keyed[index - 1];
      return (
        before === undefined ||
        before.tail !== tail ||
        comparePlace(before.diagnostic.location, diagnostic.location) !== 0
      );
    })
    .map(({ diagnostic }) => diagnostic);
}

function comparePlace(a: Location, b: Location): number {
  return (
    compareText(a.path, b.path) ||
    a.start.line - b.start.line ||
    a.start.column - b.start.column ||
    a.end.line - b.end.line ||
    a.end.column - b.end.column
  );
}

/** What decides between diagnostics of one place: rule, values by name, related places. */
function tailOf(diagnostic: Diagnostic): string {
  const values = Object.entries(diagnostic.values).sort(([a], [b]) => compareText(a, b));
  const related = diagnostic.related.map(({ role, location: { path, start, end } }) => [
    role,
    path,
    start.line,
    start.column,
    end.line,
    end.column,
  ]);
  return JSON.stringify([diagnostic.rule, values, related]);
}
