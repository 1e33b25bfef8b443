import type { Json, JsonObject } from '../model.ts';

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own property only, so that a key such as "constructor" finds nothing. */
export function getKey(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The value that steps lead to, names of own properties or places in lists; undefined where there is none. */
export function getAt(value: Json, steps: readonly (string | number)[]): Json | undefined {
  let at: Json | undefined = value;
  for (const step of steps) {
    if (Array.isArray(at)) at = at[Number(step)];
    else at = isObject(at) ? getKey(at, String(step)) : undefined;
  }
  return at;
}

/** Sets an own property, also for a key such as "__proto__". */
export function setKey(object: JsonObject, key: string, value: Json): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Same JSON, whatever the order of keys. */
export function sameJson(a: Json, b: Json): boolean {
  return stableJson(a) === stableJson(b);
}

/** JSON with sorted keys: equal for equal values. */
export function stableJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${stableJson(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** Longest value that a message quotes, in UTF-16 code units. */
const shownMax = 80;

/** A value as a message shows it: a quantity with its unit ("1528 km"), money with its currency, text bare, the rest as short JSON; nothing is ''. */
export function showValue(value: Json | undefined): string {
  if (value === undefined || value === null || value === '') return '';
  const text = typeof value === 'string' ? value : (showQuantity(value) ?? JSON.stringify(value));
  const line = text.replace(/\s+/g, ' ');
  return line.length > shownMax ? `${line.slice(0, shownMax)}…` : line;
}

function showQuantity(value: Json): string | undefined {
  if (!isObject(value) || typeof value.value !== 'string') return undefined;
  const { value: number, unit, currency, ...rest } = value;
  if (Object.keys(rest).length > 0) return undefined;
  const of = unit ?? currency;
  return typeof of === 'string' ? `${number} ${of}` : number;
}

/** The members of an object; none of any other value. */
export function objectMembers(value: Json | undefined): JsonObject {
  return value !== undefined && isObject(value) ? value : {};
}
