import type { Json, LanguageMap } from '../../model.ts';
import { dateDatatype } from '../../values/date-terms.ts';

/** A node in expanded form, but for keys, which may be compact IRIs of the context's prefixes. */
export interface Node {
  '@id': string;
  '@type'?: string[];
  [property: string]: Json | undefined;
}

/** A reference to a node. */
export function ref(id: string): Json {
  return { '@id': id };
}

/**
 * A literal. Numbers are strings too: a JSON number under xsd:decimal becomes "5.441E1", which is not a decimal
 * (https://www.w3.org/TR/json-ld11-api/#data-round-tripping).
 */
export function literal(value: string, type?: string): Json {
  return type === undefined ? { '@value': value } : { '@value': value, '@type': type };
}

export function tagged(value: string, language: string): Json {
  return { '@value': value, '@language': language };
}

/** Literals of a language map, sorted by tag; the values may be lists. */
export function taggedAll(map: Json | LanguageMap | undefined): Json[] {
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return [];
  return Object.entries(map)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([language, value]) =>
      [value].flat().flatMap((text) => (typeof text === 'string' ? [tagged(text, language)] : [])),
    );
}

/** A date of EDTF level 0, typed by its precision: 1998-10-26, 1998-10, 1998. */
export function dateLiteral(date: string): Json {
  return literal(date, dateDatatype(date));
}

/** Adds values to a property of a node; nothing where there are none. */
export function add(node: Node, property: string, ...values: (Json | undefined)[]): void {
  const present = values.filter((value) => value !== undefined);
  if (present.length === 0) return;
  const before = node[property];
  node[property] = [...(Array.isArray(before) ? before : []), ...present];
}
