import type { Quad, Term } from '@rdfjs/types';
import { Store } from 'n3';

/** One statement, comparable as text. */
export interface UnversionedTriple {
  subject: string;
  predicate: string;
  /** The object in the syntax of N-Triples; a list as its items in round brackets. */
  object: string;
  /** Language tag of a text, else ''. */
  language: string;
}

/** Properties that say which version of something an address is of. */
const versionProperties: ReadonlySet<string> = new Set([
  'http://schema.org/version',
  'http://www.w3.org/ns/dcat#version',
]);

/**
 * The statements of a graph, without the versions in addresses: `edition/text/en/1.0.0` and `…/1.1.0` are one resource
 * of which something changed. Versioned is an address that ends with "/" and what it says its version is.
 */
export function readUnversionedTriples(quads: readonly Quad[]): UnversionedTriple[] {
  const store = new Store([...quads]);
  const lists = store.extractLists({ remove: true, ignoreErrors: true });
  const series = new Map(
    quads.flatMap(({ subject, predicate, object }): [string, string][] => {
      const ending = `/${encodeURIComponent(object.value)}`;
      const isVersioned = versionProperties.has(predicate.value) && subject.value.endsWith(ending);
      return isVersioned ? [[subject.value, subject.value.slice(0, -ending.length)]] : [];
    }),
  );
  const unversioned = (iri: string): string => {
    const [resource = '', ...rest] = iri.split('#');
    return [series.get(resource) ?? resource, ...rest].join('#');
  };
  const show = (term: Term): string => {
    const items = term.termType === 'BlankNode' ? lists[term.value] : undefined;
    if (items) return `( ${items.map(show).join(' ')} )`;
    if (term.termType === 'NamedNode') return `<${unversioned(term.value)}>`;
    if (term.termType !== 'Literal') return `_:${term.value}`;
    const text = JSON.stringify(term.value);
    if (term.language !== '') return `${text}@${term.language}`;
    return term.datatype.value === string ? text : `${text}^^<${term.datatype.value}>`;
  };
  return [...store].map(({ subject, predicate, object }) => ({
    subject: subject.termType === 'NamedNode' ? unversioned(subject.value) : `_:${subject.value}`,
    predicate: predicate.value,
    object: show(object),
    language: object.termType === 'Literal' ? object.language : '',
  }));
}

const string = 'http://www.w3.org/2001/XMLSchema#string';
