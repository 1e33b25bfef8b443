import type { Failure } from './outcome.ts';

/**
 * Whether a keyword failed for want of an answer: a reference in it leads nowhere, back or too far, or a pattern takes too long. Of the value
 * that says nothing.
 */
export function isUnjudged(failure: Failure, seen: Set<Failure> = new Set()): boolean {
  if (failure.keyword === '$ref' || failure.keyword === '$dynamicRef') return true;
  if (failure.params.isTooSlow === true) return true;
  if (seen.has(failure)) return false;
  seen.add(failure);
  return failure.branches.some((branch) => branch.some((each) => isUnjudged(each, seen)));
}
