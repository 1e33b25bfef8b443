import type { Quad, Term } from '@rdfjs/types';
import { DataFactory, Writer } from 'n3';
import { escapePattern } from '../../values/escape-pattern.ts';
import { spellTag } from './spell-tag.ts';

const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** A term as Turtle has it, and the prefixes whose namespaces it begins with. */
interface WrittenTerm {
  text: string;
  prefixes: readonly string[];
}

/**
 * Makes the function that writes quads as Turtle for readers and for diffs (https://www.w3.org/TR/turtle/): types first,
 * one object on a line, a blank line between subjects, only the prefixes that are used, lists in round brackets. A term is
 * written once, in however many documents it stands.
 *
 * The quads are sorted by subject and predicate, without repetitions and without the cells of lists.
 *
 * @param prefixes namespaces by prefix
 * @param lists the items of each list by its head
 */
export function createTurtleWriter(
  prefixes: ReadonlyMap<string, string>,
  lists: Readonly<Record<string, Term[]>>,
): (quads: readonly Quad[]) => string {
  const write = createTermWriter(prefixes, lists);
  return (quads) => {
    const used = new Set<string>();
    const parts: string[] = [];
    const use = (term: Term): string => {
      const { text, prefixes: own } = write(term);
      for (const prefix of own) used.add(prefix);
      return text;
    };
    for (const own of groupBySubject(quads)) {
      if (parts.length > 0) parts.push('\n');
      writeSubject(own, use, parts);
    }
    const head = [...prefixes].filter(([prefix]) => used.has(prefix));
    const lines = head.map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}>.\n`);
    return [...lines, lines.length > 0 ? '\n' : '', parts.join('')].join('');
  };
}

function groupBySubject(quads: readonly Quad[]): Quad[][] {
  const groups: Quad[][] = [];
  let last: Quad | undefined;
  for (const quad of quads) {
    if (last?.subject.equals(quad.subject)) groups.at(-1)?.push(quad);
    else groups.push([quad]);
    last = quad;
  }
  return groups;
}

/** Writes what is said of one subject: its types, then the rest in its order. */
function writeSubject(quads: readonly Quad[], write: (term: Term) => string, parts: string[]): void {
  const isType = ({ predicate }: Quad) => predicate.value === type;
  let last: Quad | undefined;
  for (const quad of [...quads.filter(isType), ...quads.filter((each) => !isType(each))]) {
    const { subject, predicate, object } = quad;
    const verb = write(predicate);
    if (last?.predicate.equals(predicate)) parts.push(',\n        ', write(object));
    else parts.push(last ? ' ;\n   ' : write(subject), ' ', isType(quad) ? 'a' : verb, ' ', write(object));
    last = quad;
  }
  parts.push(' .\n');
}

/** Terms in the form that n3 gives them, each once. */
function createTermWriter(
  prefixes: ReadonlyMap<string, string>,
  lists: Readonly<Record<string, Term[]>>,
): (term: Term) => WrittenTerm {
  const spelt = Object.fromEntries(Object.entries(lists).map(([head, items]) => [head, items.map(spellTag)]));
  const writer = new Writer({ prefixes: Object.fromEntries(prefixes), lists: spelt });
  // A variable is written as it is, without a look at the prefixes.
  const any = DataFactory.variable('any');
  const inTriple = (term: Term) => writer.quadToString(term as Quad['subject'], any, any);
  const after = inTriple(any).length - any.id.length;
  const namespaces = [...prefixes];
  // One look tells most addresses that begin with none.
  const begins = new RegExp(`^(?:${namespaces.map(([, namespace]) => escapePattern(namespace)).join('|')})`);
  const prefixesOf = (iri: string): readonly string[] =>
    begins.test(iri)
      ? namespaces.flatMap(([prefix, namespace]) => (iri.startsWith(namespace) ? [prefix] : []))
      : [];
  const datatypes = new Map<string, readonly string[]>();
  const ofDatatype = (iri: string): readonly string[] => {
    const found = datatypes.get(iri) ?? prefixesOf(iri);
    datatypes.set(iri, found);
    return found;
  };
  const known = new Map<Term, WrittenTerm>();
  const write = (term: Term): WrittenTerm => {
    const found = known.get(term) ?? {
      text: inTriple(spellTag(term)).slice(0, -after),
      prefixes: usedBy(term),
    };
    known.set(term, found);
    return found;
  };
  const usedBy = (term: Term): readonly string[] => {
    if (term.termType === 'Literal') return ofDatatype(term.datatype.value);
    if (term.termType === 'NamedNode') return prefixesOf(term.value);
    return (lists[term.value] ?? []).flatMap((item) => write(item).prefixes);
  };
  return write;
}
