import type { Property } from '../model.ts';

/**
 * The property at the end of a path with dots ("population.period"), or undefined where a step is not known.
 * `properties` are those of an entity type.
 */
export function propertyAtPath(properties: Map<string, Property>, path: string): Property | undefined {
  let level: Map<string, Property> | undefined = properties;
  let property: Property | undefined;
  for (const step of path.split('.')) {
    property = level?.get(step);
    level = property?.parts;
  }
  return property;
}
