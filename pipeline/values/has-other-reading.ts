import type { Property, PropertyPath } from '../model.ts';
import { isPosition } from './is-position.ts';

/**
 * Whether a path of several steps is no longer told from another once hyphens stand for its dots: "a.b" is not, beside a property "a-b".
 *
 * @param properties of the type that the path begins at
 */
export function hasOtherReading(path: PropertyPath, properties: ReadonlyMap<string, Property>): boolean {
  if (!path.includes('.')) return false;
  return readings(path.split(/[.-]/), properties, false).some((reading) => reading !== path);
}

/** Paths that words joined by dots or hyphens may be; in a list of objects a number is a step, too. */
function readings(
  words: readonly string[],
  properties: ReadonlyMap<string, Property>,
  isInList: boolean,
): string[] {
  return words.flatMap((_, index) => {
    const step = words.slice(0, index + 1).join('-');
    const rest = words.slice(index + 1);
    const property = properties.get(step);
    const isPlace = isInList && index === 0 && isPosition(step);
    if (!property && !isPlace) return [];
    if (rest.length === 0) return [step];
    const within = property
      ? readings(rest, property.parts, property.structure !== undefined && property.many)
      : readings(rest, properties, true);
    return within.map((reading) => `${step}.${reading}`);
  });
}
