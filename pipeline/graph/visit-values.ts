import type { Json, JsonObject, Property } from '../model.ts';
import { isObject } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';

/**
 * Calls `visit` for every value of an entity with the property that it is a value of, outer values before their parts.
 * A many-valued property is visited value by value; a text as a whole, with all its languages.
 * Paths have slashes: "population/period", "member/2", "name".
 */
export function visitValues(
  values: JsonObject,
  properties: Map<string, Property>,
  visit: (path: string, value: Json, property: Property) => void,
  prefix = '',
): void {
  for (const [name, value] of Object.entries(values)) {
    const property = properties.get(name);
    if (!property || value === null) continue;
    const path = prefix + name;
    const isList = property.many && !kindOf(property).isTagged && Array.isArray(value);
    const items: [string, Json][] = isList
      ? value.map((item, index) => [`${path}/${index}`, item])
      : [[path, value]];
    for (const [at, item] of items) {
      visit(at, item, property);
      if (property.parts.size > 0 && isObject(item)) visitValues(item, property.parts, visit, `${at}/`);
    }
  }
}
