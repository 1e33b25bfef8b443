import type { Quad } from '@rdfjs/types';
import { addTo } from '../../values/add-to.ts';

/** Quads by what they are about. */
export interface GraphIndex {
  /** Quads with a subject; none where the graph says nothing of it. */
  of: (subject: string) => Quad[];
  /** Quads that have a resource as object. */
  to: (object: string) => Quad[];
  /** A resource and those whose address is its own and a fragment: its parts. Sorted. */
  withParts: (subject: string) => string[];
}

export function indexGraph(quads: Iterable<Quad>): GraphIndex {
  const bySubject = new Map<string, Quad[]>();
  const byObject = new Map<string, Quad[]>();
  const parts = new Map<string, string[]>();
  for (const quad of quads) {
    const { subject, object } = quad;
    const known = bySubject.get(subject.value);
    if (known) known.push(quad);
    else {
      bySubject.set(subject.value, [quad]);
      const [whole = '', fragment] = subject.value.split('#', 2);
      if (fragment !== undefined) addTo(parts, whole, subject.value);
    }
    if (object.termType !== 'Literal') addTo(byObject, object.value, quad);
  }
  const of: GraphIndex['of'] = (subject) => bySubject.get(subject) ?? [];
  return {
    of,
    to: (object) => byObject.get(object) ?? [],
    withParts: (subject) => [
      ...(bySubject.has(subject) ? [subject] : []),
      ...(parts.get(subject) ?? []).sort(),
    ],
  };
}
