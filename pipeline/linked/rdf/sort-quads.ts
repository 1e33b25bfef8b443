import type { Quad, Term } from '@rdfjs/types';

/** Quads without repetitions, by graph, subject, predicate and object, each in the order of its code units. */
export function sortQuads(quads: Iterable<Quad>): Quad[] {
  const keyed = new Map<string, Quad>();
  for (const quad of quads) {
    keyed.set([quad.graph, quad.subject, quad.predicate, quad.object].map(keyOf).join('\n'), quad);
  }
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, quad]) => quad);
}

function keyOf(term: Term): string {
  const datatype = term.termType === 'Literal' ? `\t${term.datatype.value}\t${term.language}` : '';
  return `${term.termType}\t${term.value}${datatype}`;
}
