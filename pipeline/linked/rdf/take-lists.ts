import type { Quad, Term } from '@rdfjs/types';
import { Store } from 'n3';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Quads without the cells of lists, in their order, and the items of each list by its head. */
export interface TakenLists {
  rest: Quad[];
  lists: Record<string, Term[]>;
}

/** Takes the lists out of quads. Only what touches a list is indexed. Throws an Error where a list is malformed. */
export function takeLists(quads: readonly Quad[]): TakenLists {
  const isCell = ({ predicate: { value } }: Quad) => value === `${rdf}first` || value === `${rdf}rest`;
  const cells = new Set(quads.filter(isCell).map(({ subject }) => subject.value));
  if (cells.size === 0) return { rest: [...quads], lists: {} };
  const touches = ({ subject, object }: Quad) => cells.has(subject.value) || cells.has(object.value);
  const store = new Store(quads.filter(touches));
  const lists = store.extractLists({ remove: true });
  return { rest: quads.filter((quad) => !touches(quad) || store.has(quad)), lists };
}
