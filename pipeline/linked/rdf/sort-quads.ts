import type { Quad, Term } from '@rdfjs/types';

/** Quads without repetitions, by graph, subject, predicate and object, each in the order of its code units. */
export function sortQuads(quads: Iterable<Quad>): Quad[] {
  const sorted = [...quads].sort(compareQuads);
  return sorted.filter((quad, index) => index === 0 || compareQuads(sorted[index - 1] as Quad, quad) !== 0);
}

function compareQuads(a: Quad, b: Quad): number {
  return (
    compareTerms(a.graph, b.graph) ||
    compareTerms(a.subject, b.subject) ||
    compareTerms(a.predicate, b.predicate) ||
    compareTerms(a.object, b.object)
  );
}

function compareTerms(a: Term, b: Term): number {
  // Many quads share one subject, which is one object where they were made of nodes.
  if (a === b) return 0;
  const order = compareTexts(a.termType, b.termType) || compareTexts(a.value, b.value);
  if (order !== 0 || a.termType !== 'Literal' || b.termType !== 'Literal') return order;
  return compareTexts(a.datatype.value, b.datatype.value) || compareTexts(a.language, b.language);
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
