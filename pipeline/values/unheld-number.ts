import type { Json, JsonObject } from '../model.ts';
import { ExactNumber } from './json-schema/instance.ts';
import { isObject } from './json-value.ts';

/** Key of a number that JSON has not, or that a double would round. No YAML has it: the character is not allowed there. */
const unheld = '\u0000number';

/** A number, as it is written, in JSON that holds numbers as doubles. */
export function writeUnheld(text: string): JsonObject {
  return { [unheld]: text };
}

/** The text of a number that a double would round; undefined for any other value. */
function readUnheld(value: Json): string | undefined {
  const text = isObject(value) ? value[unheld] : undefined;
  return typeof text === 'string' ? text : undefined;
}

/** A number in JSON that a double would round, as it was written; undefined where there is none. */
export function findUnheldNumber(value: Json): string | undefined {
  if (Array.isArray(value)) return value.map(findUnheldNumber).find((found) => found !== undefined);
  if (!isObject(value)) return undefined;
  const own = readUnheld(value);
  if (own !== undefined) return own;
  return Object.values(value)
    .map(findUnheldNumber)
    .find((found) => found !== undefined);
}

/** A number of a schema with all its figures; undefined for what is none. */
export function numberOf(value: Json): number | ExactNumber | undefined {
  if (typeof value === 'number') return value;
  const text = readUnheld(value);
  return text === undefined ? undefined : new ExactNumber(text);
}

/** JSON with other JSON in the place of its numbers that a double would round. */
export function replaceUnheld(value: Json, replace: (text: string) => Json): Json {
  if (Array.isArray(value)) return value.map((item) => replaceUnheld(item, replace));
  if (!isObject(value)) return value;
  const own = readUnheld(value);
  if (own !== undefined) return replace(own);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceUnheld(item, replace)]));
}
