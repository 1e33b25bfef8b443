import type { JsonObject, Property } from '../model.ts';

/** JSON Schema of a map of the parts of a value, each once for all properties that have it. */
export function partsSchema(
  properties: readonly Property[],
  describe: (part: Property) => JsonObject,
): JsonObject {
  const parts = new Map(properties.flatMap((property) => [...property.parts]));
  return {
    type: 'object',
    properties: Object.fromEntries([...parts.values()].map((part) => [part.name, describe(part)])),
    additionalProperties: false,
  };
}
