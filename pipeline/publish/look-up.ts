import type { EntityId, Graph, Json, Property, PropertyPath, Vocabulary } from '../model.ts';
import { isPosition } from '../values/is-position.ts';

/** A property of an entity and the value it has, canonical JSON; undefined where it has none. */
export interface FoundValue {
  property: Property;
  value: Json | undefined;
}

/** Looks up "population" or "population.period"; undefined where entity or property is not known. */
export function lookUp(
  id: EntityId,
  path: PropertyPath,
  graph: Graph,
  vocabulary: Vocabulary,
): FoundValue | undefined {
  const entity = graph.entities.get(id);
  let properties = vocabulary.types.get(entity?.type ?? '')?.properties;
  let value: Json | undefined = entity?.properties;
  let property: Property | undefined;
  for (const step of path.split('.')) {
    if (property?.structure && property.many && isPosition(step)) {
      value = listOf(value)[Number(step) - 1];
      continue;
    }
    property = properties?.get(step);
    if (!property) return undefined;
    properties = property.parts;
    value = member(value, step);
  }
  return property && { property, value };
}

/** Of a list of quantities a part is that of the first which has it. */
function member(value: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => member(item, step)).find((item) => item !== undefined);
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, step) ? value[step] : undefined;
}

/** The values of a property that may have many, as a list; [] where there is none. Not for text, which is a map. */
export function listOf(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
