import type { Segment } from '../model.ts';
import { isProvenance } from './fill-entry.ts';
import type { PoEntry } from './po-file.ts';

/**
 * Gives an entry the places of its segments and the comments on them. Lines that say the same stay as they are, so
 * that a file that msgcat or Poedit wrapped in its own way changes only where its text did.
 */
export function describeEntry(entry: PoEntry, group: Segment[], comments: string[]): PoEntry {
  const places = new Set(group.map(({ location }) => `${quote(location.path)}:${location.start.line}`));
  const extracted = [...comments, ...entry.extracted.filter(isProvenance)];
  const isSame = sameItems(entry.references.flatMap(splitReferences), [...places]);
  return { ...entry, extracted, references: isSame ? entry.references : [...places] };
}

/** Isolates around a path with spaces, as gettext has them since 0.22. */
function quote(path: string): string {
  return /\s/.test(path) ? `\u2068${path}\u2069` : path;
}

/** Several references may stand on a line. */
function splitReferences(line: string): string[] {
  return line.match(/(?:\u2068[^\u2069]*\u2069|\S)+/g) ?? [];
}

function sameItems(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
