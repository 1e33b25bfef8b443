import { compareText } from '../../values/compare-text.ts';
import type { UnversionedTriple } from './read-unversioned-triples.ts';

/** One value in the place of another: the only one of a property, or the only one in a language. */
export interface ChangedValue {
  predicate: string;
  language: string;
  from: string;
  to: string;
}

/** What became different of a resource. Lists are sorted. */
export interface ResourceChange {
  /** Without a version, as all addresses here. */
  iri: string;
  /** Whether only one of the graphs says something of it. */
  state: 'added' | 'changed' | 'removed';
  added: UnversionedTriple[];
  changed: ChangedValue[];
  removed: UnversionedTriple[];
}

/** Resources of which something differs, sorted by IRI; none where the graphs say the same. */
export function compareTriples(
  before: readonly UnversionedTriple[],
  after: readonly UnversionedTriple[],
): ResourceChange[] {
  const [old, now] = [bySubject(before), bySubject(after)];
  const subjects = [...new Set([...old.keys(), ...now.keys()])].sort(compareText);
  return subjects.flatMap((iri) => {
    const [had, has] = [old.get(iri), now.get(iri)];
    const removed = without(had, has);
    const added = without(has, had);
    if (removed.length === 0 && added.length === 0) return [];
    const changed = pair(removed, added);
    const state = had ? (has ? 'changed' : 'removed') : 'added';
    return [{ iri, state, changed, ...leave(removed, added, changed) }];
  });
}

function bySubject(triples: readonly UnversionedTriple[]): Map<string, Map<string, UnversionedTriple>> {
  const subjects = new Map<string, Map<string, UnversionedTriple>>();
  for (const triple of triples) {
    const own = subjects.get(triple.subject) ?? new Map<string, UnversionedTriple>();
    subjects.set(triple.subject, own.set(`${triple.predicate} ${triple.object}`, triple));
  }
  return subjects;
}

function without(
  triples?: ReadonlyMap<string, UnversionedTriple>,
  others?: ReadonlyMap<string, UnversionedTriple>,
): UnversionedTriple[] {
  return [...(triples ?? [])]
    .filter(([key]) => !others?.has(key))
    .sort(([a], [b]) => compareText(a, b))
    .map(([, triple]) => triple);
}

/** A property and a language of which one value went and one came. */
function pair(removed: readonly UnversionedTriple[], added: readonly UnversionedTriple[]): ChangedValue[] {
  return removed.flatMap((triple) => {
    const rivals = removed.filter((other) => isSamePlace(other, triple));
    const [next, ...more] = added.filter((other) => isSamePlace(other, triple));
    if (rivals.length !== 1 || !next || more.length > 0) return [];
    return [{ predicate: triple.predicate, language: triple.language, from: triple.object, to: next.object }];
  });
}

function leave(
  removed: readonly UnversionedTriple[],
  added: readonly UnversionedTriple[],
  changed: readonly ChangedValue[],
) {
  const isLeft = (triple: UnversionedTriple) => !changed.some((other) => isSamePlace(other, triple));
  return { added: added.filter(isLeft), removed: removed.filter(isLeft) };
}

function isSamePlace(
  a: { predicate: string; language: string },
  b: { predicate: string; language: string },
): boolean {
  return a.predicate === b.predicate && a.language === b.language;
}
