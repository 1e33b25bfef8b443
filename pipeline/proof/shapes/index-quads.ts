import type { Quad, Term } from '@rdfjs/types';
import { termId } from './term-id.ts';

const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const subClassOf = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';

/** A graph by its nodes: quads that stand twice, or in several graphs, count once. */
export interface QuadIndex {
  /** Everything that something is said of. */
  nodes: () => Iterable<Term>;
  /** What is said of a node, as addresses of properties. */
  properties: (node: Term) => Iterable<string>;
  /** What a property of a node leads to, each once. */
  objects: (node: Term, property: string) => readonly Term[];
  /** Nodes of any of these classes or of classes under them by rdfs:subClassOf, each once. */
  instances: (classes: readonly string[]) => Iterable<Term>;
  /** Nodes that have any of these properties, each once. */
  subjectsOf: (properties: readonly string[]) => Iterable<Term>;
  /** Whether a node is of a class, or of one under it. */
  isInstance: (node: Term, ofClass: string) => boolean;
}

interface SubjectFacts {
  node: Term;
  byProperty: Map<string, Term[]>;
}

export function indexQuads(quads: Iterable<Quad>): QuadIndex {
  const entries = new Map<string, SubjectFacts>();
  const members = new Map<string, Term[]>();
  const under = new Map<string, string[]>();
  for (const { subject, predicate, object } of quads) {
    const id = termId(subject);
    const entry = entries.get(id) ?? { node: subject, byProperty: new Map() };
    if (entry.byProperty.size === 0) entries.set(id, entry);
    append(entry.byProperty, predicate.value, object);
    if (predicate.value === type) append(members, termId(object), subject);
    if (predicate.value === subClassOf) append(under, termId(object), id);
  }
  const objects = (node: Term, property: string): readonly Term[] =>
    eachOnce(entries.get(termId(node))?.byProperty.get(property) ?? []);
  const families = new Map<string, ReadonlySet<string>>();
  const familyOf = (ofClass: string): ReadonlySet<string> => {
    const family = families.get(ofClass) ?? collectFamily(ofClass, under);
    families.set(ofClass, family);
    return family;
  };
  return {
    nodes: () => [...entries.values()].map(({ node }) => node),
    properties: (node) => entries.get(termId(node))?.byProperty.keys() ?? [],
    objects,
    instances: (classes) =>
      eachOnce(classes.flatMap((one) => [...familyOf(one)].flatMap((each) => members.get(each) ?? []))),
    subjectsOf: (properties) =>
      properties.length === 0
        ? []
        : [...entries.values()].flatMap(({ node, byProperty }) =>
            properties.some((property) => byProperty.has(property)) ? node : [],
          ),
    isInstance: (node, ofClass) => objects(node, type).some((own) => familyOf(ofClass).has(termId(own))),
  };
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function eachOnce(terms: readonly Term[]): readonly Term[] {
  return terms.length < 2 ? terms : [...new Map(terms.map((term) => [termId(term), term])).values()];
}

/** A class and all under it; a circle of classes is one family. */
function collectFamily(ofClass: string, under: ReadonlyMap<string, string[]>): ReadonlySet<string> {
  const family = new Set([ofClass]);
  // A set gives what is added while it is walked through.
  for (const each of family) for (const lower of under.get(each) ?? []) family.add(lower);
  return family;
}
