import type { Quad } from '@rdfjs/types';
import { compareTriples } from './compare-triples.ts';
import { type GraphChange, groupChanges } from './group-changes.ts';
import { readUnversionedTriples } from './read-unversioned-triples.ts';

/** What a graph says that another did not, by entity; versions in addresses are no difference. */
export function findGraphChange(before: readonly Quad[], after: readonly Quad[]): GraphChange {
  const [old, now] = [readUnversionedTriples(before), readUnversionedTriples(after)];
  return groupChanges(compareTriples(old, now), [...old, ...now]);
}
