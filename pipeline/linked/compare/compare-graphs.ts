import type { Quad } from '@rdfjs/types';
import { compareFacts } from './compare-facts.ts';
import { type GraphChange, groupChanges } from './group-changes.ts';
import { readFacts } from './read-facts.ts';

/** What a graph says that another did not, by entity; versions in addresses are no difference. */
export function compareGraphs(before: readonly Quad[], after: readonly Quad[]): GraphChange {
  const [old, now] = [readFacts(before), readFacts(after)];
  return groupChanges(compareFacts(old, now), [...old, ...now]);
}
