import type { EntityId, JsonObject } from '../model.ts';
import { readYearLetter } from '../values/year-letter.ts';
import type { StyleSurvey } from './csl-engine.ts';

/**
 * The letters that tell works of one author and year apart, one for all editions; 0 is "a". A work has the letter that its item
 * has (`year-suffix`); the others have the first that are free, in the order of the list of the source's edition. Works need
 * letters where the style of any edition cites them alike.
 */
export function assignYearLetters(
  items: ReadonlyMap<EntityId, JsonObject>,
  source: StyleSurvey,
  surveys: readonly StyleSurvey[],
): Map<EntityId, number> {
  const letters = new Map<EntityId, number>();
  for (const [id, item] of items) {
    const own = readYearLetter(item);
    if (own !== undefined) letters.set(id, own);
  }
  const places = new Map(source.order.map((id, index) => [id, index]));
  for (const family of joinFamilies(surveys.flatMap(({ families }) => families))) {
    const taken = new Set(family.map((id) => letters.get(id)));
    let next = 0;
    for (const id of family.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))) {
      if (letters.has(id)) continue;
      while (taken.has(next)) next += 1;
      letters.set(id, next);
      next += 1;
    }
  }
  return letters;
}

/** Families that have a work in common become one. */
function joinFamilies(families: readonly EntityId[][]): EntityId[][] {
  const familyOf = new Map<EntityId, Set<EntityId>>();
  for (const family of families) {
    const joined = new Set(family.flatMap((id) => [...(familyOf.get(id) ?? [id])]));
    for (const id of joined) familyOf.set(id, joined);
  }
  return [...new Set(familyOf.values())].map((family) => [...family]);
}
