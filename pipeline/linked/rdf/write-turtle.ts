import type { Quad, Term } from '@rdfjs/types';
import { Store, Writer } from 'n3';
import { sortQuads } from './sort-quads.ts';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const type = `${rdf}type`;

/**
 * Turtle for readers and for diffs (https://www.w3.org/TR/turtle/): sorted by subject and predicate, types first, one
 * object on a line, a blank line between subjects, only the prefixes that are used, lists in round brackets.
 *
 * @param prefixes namespaces by prefix
 */
export function writeTurtle(quads: Iterable<Quad>, prefixes: ReadonlyMap<string, string>): string {
  const { rest, lists } = takeLists(sortQuads(quads));
  // Stable: within a subject the types go first, the rest keeps its order.
  const sorted = rest.sort((a, b) => compareSubjects(a, b) || rank(a) - rank(b));
  const chunks: string[] = [];
  const output = { write: (chunk: string) => chunks.push(chunk), end: () => undefined };
  const options = { prefixes: usedPrefixes([...rest, ...items(lists)], prefixes), lists };
  const writer = new Writer(output, options);
  writer.addQuads(sorted);
  writer.end();
  return chunks.map(spread).join('');
}

/** The items of each list by its head, and what is said besides. Only what touches a list is indexed. */
function takeLists(quads: Quad[]): { rest: Quad[]; lists: Record<string, Term[]> } {
  const isCell = ({ predicate: { value } }: Quad) => value === `${rdf}first` || value === `${rdf}rest`;
  const cells = new Set(quads.filter(isCell).map(({ subject }) => subject.value));
  const touches = ({ subject, object }: Quad) => cells.has(subject.value) || cells.has(object.value);
  const store = new Store(quads.filter(touches));
  const lists = store.extractLists({ remove: true });
  return { rest: quads.filter((quad) => !touches(quad) || store.has(quad)), lists };
}

/** The writer hands over one part of a statement at a time: what starts a part is punctuation, never text. */
function spread(chunk: string): string {
  if (chunk.startsWith(', ')) return `,\n        ${chunk.slice(2)}`;
  if (chunk.startsWith(';\n')) return ` ${chunk}`;
  if (chunk === '.\n') return ' .\n';
  return chunk.startsWith('.\n') ? ` .\n\n${chunk.slice(2)}` : chunk;
}

function compareSubjects({ subject: a }: Quad, { subject: b }: Quad): number {
  return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
}

function rank({ predicate }: Quad): number {
  return predicate.value === type ? 0 : 1;
}

function items(lists: Record<string, Term[]>): Term[] {
  return Object.values(lists).flat();
}

function usedPrefixes(parts: (Quad | Term)[], prefixes: ReadonlyMap<string, string>): Record<string, string> {
  const iris = new Set<string>();
  const visit = (term: Term): void => {
    if (term.termType === 'NamedNode') iris.add(term.value);
    if (term.termType === 'Literal') iris.add(term.datatype.value);
  };
  for (const part of parts) {
    if ('subject' in part)
      for (const term of [part.subject, part.predicate, part.object]) visit(term as Term);
    else visit(part);
  }
  const all = [...iris];
  const isUsed = (namespace: string) => all.some((iri) => iri.startsWith(namespace));
  return Object.fromEntries([...prefixes].filter(([, namespace]) => isUsed(namespace)));
}
