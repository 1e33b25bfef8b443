import type { Property } from '../model.ts';
import { isPosition } from '../values/is-position.ts';

/**
 * The property at the end of a path with dots ("population.period", "authors.2.family"), or undefined where a step is not known. A
 * number chooses one of several objects. `properties` are those of an entity type.
 */
export function propertyAtPath(properties: Map<string, Property>, path: string): Property | undefined {
  let level: Map<string, Property> | undefined = properties;
  let property: Property | undefined;
  for (const step of path.split('.')) {
    if (property?.structure && property.many && isPosition(step)) continue;
    property = level?.get(step);
    level = property?.parts;
  }
  return property;
}
