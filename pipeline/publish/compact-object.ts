import type { Json, JsonObject } from '../model.ts';

/** Without what is not there and without empty lists. */
export function compactObject(object: Record<string, Json | undefined>): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(object)) {
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) result[key] = value;
  }
  return result;
}
