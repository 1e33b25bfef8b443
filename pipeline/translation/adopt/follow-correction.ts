import type { Document } from '../../model.ts';
import { pairPlaces } from './pair-places.ts';

/**
 * An edited edition, brought up to date where the editor changed nothing: what was corrected in one place may stand in
 * others too, as a title in a cross-reference or a definition in the index. What the editor typed stays as typed.
 *
 * @param before the edition that the editor had, as published
 * @param after as it is published with the corrections that were taken
 * @returns undefined where it cannot be told which place is which
 */
export function followCorrection(before: Document, edited: Document, after: Document): string | undefined {
  const own = new Set(pairPlaces(before, edited).places.map(({ path }) => path));
  const isFollowing = ({ path }: { path: string }): boolean => !own.has(path);
  const following = pairPlaces(after, edited).places.filter(isFollowing);
  const sorted = following.sort((a, b) => offsetOf(b.location.start) - offsetOf(a.location.start));
  const text = sorted.reduce((rest, { location, origin }) => {
    const words = after.text.slice(offsetOf(origin.start), offsetOf(origin.end));
    return rest.slice(0, offsetOf(location.start)) + words + rest.slice(offsetOf(location.end));
  }, edited.text);
  const changed = pairPlaces(before, after).places.filter(isFollowing);
  const isComplete = changed.every(({ path }) => following.some((place) => place.path === path));
  return isComplete ? text : undefined;
}

function offsetOf({ offset = 0 }: { offset?: number | undefined }): number {
  return offset;
}
