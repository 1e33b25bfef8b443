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

function bySubject(facts: readonly UnversionedTriple[]): Map<string, Map<string, UnversionedTriple>> {
  const subjects = new Map<string, Map<string, UnversionedTriple>>();
  for (const fact of facts) {
    const own = subjects.get(fact.subject) ?? new Map<string, UnversionedTriple>();
    subjects.set(fact.subject, own.set(`${fact.predicate} ${fact.object}`, fact));
  }
  return subjects;
}

function without(
  facts?: ReadonlyMap<string, UnversionedTriple>,
  others?: ReadonlyMap<string, UnversionedTriple>,
): UnversionedTriple[] {
  return [...(facts ?? [])]
    .filter(([key]) => !others?.has(key))
    .sort(([a], [b]) => compareText(a, b))
    .map(([, fact]) => fact);
}

/** A property and a language of which one value went and one came. */
function pair(removed: readonly UnversionedTriple[], added: readonly UnversionedTriple[]): ChangedValue[] {
  return removed.flatMap((fact) => {
    const rivals = removed.filter((other) => isSamePlace(other, fact));
    const [next, ...more] = added.filter((other) => isSamePlace(other, fact));
    if (rivals.length !== 1 || !next || more.length > 0) return [];
    return [{ predicate: fact.predicate, language: fact.language, from: fact.object, to: next.object }];
  });
}

function leave(
  removed: readonly UnversionedTriple[],
  added: readonly UnversionedTriple[],
  changed: readonly ChangedValue[],
) {
  const isLeft = (fact: UnversionedTriple) => !changed.some((other) => isSamePlace(other, fact));
  return { added: added.filter(isLeft), removed: removed.filter(isLeft) };
}

function isSamePlace(
  a: { predicate: string; language: string },
  b: { predicate: string; language: string },
): boolean {
  return a.predicate === b.predicate && a.language === b.language;
}
