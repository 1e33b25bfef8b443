import type { Quad } from '@rdfjs/types';

const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** The numbers of a graph that VoID names (https://www.w3.org/TR/void/#statistics). */
export interface GraphCounts {
  triples: number;
  /** Subjects that have a type. */
  entities: number;
  distinctSubjects: number;
  distinctObjects: number;
  /** Instances by class, and triples by property; both sorted by address. */
  classes: Map<string, number>;
  properties: Map<string, number>;
}

/** Counts quads, each of which counts once. */
export function countGraph(quads: Iterable<Quad>): GraphCounts {
  const subjects = new Set<string>();
  const typed = new Set<string>();
  const objects = new Set<string>();
  const classes = new Map<string, number>();
  const properties = new Map<string, number>();
  let triples = 0;
  for (const { subject, predicate, object } of quads) {
    triples += 1;
    subjects.add(subject.value);
    const kind = object.termType === 'Literal' ? `${object.datatype.value} ${object.language} ` : '';
    objects.add(kind + object.value);
    properties.set(predicate.value, (properties.get(predicate.value) ?? 0) + 1);
    if (predicate.value !== type) continue;
    typed.add(subject.value);
    classes.set(object.value, (classes.get(object.value) ?? 0) + 1);
  }
  return {
    triples,
    entities: typed.size,
    distinctSubjects: subjects.size,
    distinctObjects: objects.size,
    classes: sorted(classes),
    properties: sorted(properties),
  };
}

function sorted(counts: Map<string, number>): Map<string, number> {
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
