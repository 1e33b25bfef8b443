import type { Json, JsonObject, Property, Unit } from '../model.ts';
import { getKey, isObject, sameJson, setKey } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';

/** What happens while two values become one; paths have slashes and start at the entity. */
export interface Combining {
  units: Map<string, Unit>;
  /** The new value, or one equal to it, is at the path. */
  placed: (path: string, value: Json) => void;
  /** Another value is at the path, and stays. */
  conflict: (path: string, existing: Json, incoming: Json) => void;
}

/**
 * Adds a value to what is known of a property: texts language by language, quantities part by part, lists as sets that
 * keep the order of arrival; anything else must be equal.
 */
export function combineValues(
  existing: Json | undefined,
  incoming: Json,
  property: Property,
  path: string,
  combining: Combining,
): Json {
  if (existing === undefined || existing === null) {
    combining.placed(path, incoming);
    return incoming;
  }
  const { isTagged, composition } = kindOf(property);
  if (isTagged && isObject(existing) && isObject(incoming)) {
    const result = { ...existing };
    for (const [language, words] of Object.entries(incoming)) {
      const at = `${path}/${language}`;
      const known = getKey(existing, language);
      const combined = property.many
        ? union(known, words, property, at, combining)
        : equal(known, words, at, combining);
      setKey(result, language, combined);
    }
    return result;
  }
  if (property.structure && property.parts.size > 0 && property.many && hasObject(incoming))
    return combineObjects(existing, incoming, property, path, combining);
  if (property.many && !isTagged) {
    const [first] = Array.isArray(existing) && existing.length === 1 ? existing : [];
    const [part] = Array.isArray(incoming) ? incoming : [];
    // Parts without a value ("period" alone) belong to the only value there is.
    const value = composition?.stated[0];
    if (
      isObject(first) &&
      isObject(part) &&
      value !== undefined &&
      property.parts.has(value) &&
      !(value in part && value in first)
    ) {
      return [combineParts(first, part, property, `${path}/0`, combining)];
    }
    return union(existing, incoming, property, path, combining);
  }
  if (property.parts.size > 0 && isObject(existing) && isObject(incoming)) {
    return combineParts(existing, incoming, property, path, combining);
  }
  return equal(existing, incoming, path, combining);
}

/** Objects of a list are told apart by their places; null stands where nothing is said of one. */
function combineObjects(
  existing: Json,
  incoming: Json,
  property: Property,
  path: string,
  combining: Combining,
): Json {
  const result = [existing].flat();
  for (const [index, item] of [incoming].flat().entries()) {
    if (item === null) continue;
    const [known, at] = [result[index], `${path}/${index}`];
    if (isObject(known) && isObject(item)) result[index] = combineParts(known, item, property, at, combining);
    else result[index] = equal(known ?? undefined, item, at, combining);
  }
  return Array.isArray(existing) || result.length > 1
    ? Array.from(result, (item) => item ?? null)
    : (result[0] ?? null);
}

function hasObject(value: Json): boolean {
  return [value].flat().some(isObject);
}

function combineParts(
  existing: JsonObject,
  incoming: JsonObject,
  property: Property,
  path: string,
  combining: Combining,
): JsonObject {
  const result = { ...existing };
  const parts = { ...incoming };
  const { composition, same } = kindOf(property);
  if (composition && composition.stated[0] in existing && composition.stated[0] in incoming) {
    const [known, stated] = [existing, incoming].map((value) => pick(value, composition.stated));
    if (same(known ?? {}, stated ?? {}, combining.units)) combining.placed(path, stated ?? {});
    else combining.conflict(path, known ?? {}, stated ?? {});
    for (const key of composition.stated) delete parts[key];
  }
  for (const [name, value] of Object.entries(parts)) {
    const part = property.parts.get(name);
    const at = `${path}/${name}`;
    const known = getKey(existing, name);
    result[name] = part
      ? combineValues(known, value, part, at, combining)
      : equal(known, value, at, combining);
  }
  return result;
}

function pick(value: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => {
      const part = getKey(value, name);
      return part === undefined ? [] : [[name, part]];
    }),
  );
}

function union(
  existing: Json | undefined,
  incoming: Json,
  property: Property,
  path: string,
  combining: Combining,
): Json {
  if (existing === undefined) {
    combining.placed(path, incoming);
    return incoming;
  }
  if (!Array.isArray(existing) || !Array.isArray(incoming)) return equal(existing, incoming, path, combining);
  const { same } = kindOf(property);
  const result = [...existing];
  for (const item of incoming) {
    const found = result.findIndex((known) => sameJson(known, item) || same(known, item, combining.units));
    if (found < 0) result.push(item);
    combining.placed(`${path}/${found < 0 ? result.length - 1 : found}`, item);
  }
  return result;
}

function equal(existing: Json | undefined, incoming: Json, path: string, combining: Combining): Json {
  if (existing === undefined || sameJson(existing, incoming)) {
    combining.placed(path, incoming);
    return incoming;
  }
  combining.conflict(path, existing, incoming);
  return existing;
}
