import type { Json, JsonObject } from '../model.ts';

/** Kinds of strings by their format. */
const kindsByFormat = new Map([
  ['date', 'date'],
  ['date-time', 'time'],
  ['time', 'time'],
  ['uri', 'iri'],
  ['iri', 'iri'],
  ['url', 'iri'],
]);

/** Kinds of numbers and truth values by their type. */
const kindsByType = new Map([
  ['integer', 'integer'],
  ['number', 'decimal'],
  ['boolean', 'boolean'],
]);

/** The kind of value that a plain schema means, which names none by `x-kind`; undefined where it may be anything. */
export function inferKind({ type, format, enum: allowed }: JsonObject): string | undefined {
  const types = [type ?? []].flat().filter((name) => name !== 'null');
  const [only] = types;
  if (types.length > 1 || (only !== undefined && typeof only !== 'string')) return undefined;
  const isString = only === 'string' || (only === undefined && isListOfStrings(allowed));
  if (!isString) return kindsByType.get(only ?? '');
  if (isListOfStrings(allowed)) return 'code';
  return kindsByFormat.get(String(format)) ?? 'string';
}

function isListOfStrings(allowed: Json | undefined): boolean {
  return Array.isArray(allowed) && allowed.length > 0 && allowed.every((one) => typeof one === 'string');
}
