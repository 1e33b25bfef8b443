import type { JsonObject } from '../../model.ts';

/** The prefixes of a JSON-LD context: the terms that stand for the start of an address. By prefix, sorted. */
export function readPrefixes(context: JsonObject): Map<string, string> {
  const prefixes = Object.entries(context).flatMap(([prefix, namespace]): [string, string][] =>
    typeof namespace === 'string' && /[#/]$/.test(namespace) ? [[prefix, namespace]] : [],
  );
  return new Map(prefixes.sort(([a], [b]) => (a < b ? -1 : 1)));
}
