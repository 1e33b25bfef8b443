import type { Json, JsonObject } from '../model.ts';

/** First keys of a node, for those who read the file: what it is before what it has. */
const first = ['@context', '@id', '@type'];

/** JSON with two spaces and sorted keys, @context, @id and @type first; a context keeps its own order. */
export function serializeJson(value: JsonObject): string {
  return `${JSON.stringify(sortKeys(value), null, 2)}\n`;
}

function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(
    keys.map((key) => {
      const member = value[key] ?? null;
      return [key, key === '@context' ? member : sortKeys(member)];
    }),
  );
}

function rank(key: string): number {
  const index = first.indexOf(key);
  return index === -1 ? first.length : index;
}
