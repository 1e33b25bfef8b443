import type { Quad } from '@rdfjs/types';

/** What is said of each node, by its address or label. */
export function bySubject(quads: Iterable<Quad>): Map<string, Quad[]> {
  const groups = new Map<string, Quad[]>();
  for (const each of quads) groups.set(each.subject.value, [...(groups.get(each.subject.value) ?? []), each]);
  return groups;
}
