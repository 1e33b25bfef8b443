import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic, Json, JsonObject, Staged } from '../model.ts';
import { getKey, isObject } from '../notation/json-value.ts';
import { classTerm } from './class-term.ts';
import type { Iris } from './iri.ts';
import type { IdentifiedSchema, SchemaSet } from './schema-set.ts';

/** Prefix of our own vocabulary in the context. */
export const ownPrefix = 'def';
const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** Compact IRI of the class that each entity type has of its own ("def:Place"). */
export function ownClass(type: string): string {
  return `${ownPrefix}:${classTerm(type)}`;
}

/** IRIs of classes and properties, as the annotations x-jsonld-* and prefixes.json give them. */
export interface Terms {
  prefixes: Map<string, string>;
  /** Compact IRI → IRI; what is no compact IRI of a known prefix stays as it is. */
  expand: (compact: string) => string;
  /** IRI of a property of a type; `types` is the type and its supertypes, nearest first. */
  propertyIri: (property: string, types: string[]) => string;
  /** Term definition as a type's schema gives it, by nearest type; an object with @id. */
  definition: (property: string, types: string[]) => JsonObject | undefined;
}

/**
 * Reads prefixes.json and the x-jsonld-* annotations of the types.
 * Findings: schema-annotation-is-valid for a prefix that is not known.
 */
export function readTerms(set: SchemaSet, prefixFile: JsonObject, iris: Iris): Staged<Terms> {
  const diagnostics: Diagnostic[] = [];
  const prefixes = new Map<string, string>([
    [ownPrefix, iris.term('')],
    ['xsd', xsd],
  ]);
  for (const [prefix, namespace] of Object.entries(prefixFile)) {
    if (typeof namespace === 'string' && !prefix.startsWith('$')) prefixes.set(prefix, namespace);
  }
  const expand = (compact: string): string => {
    const [prefix = '', ...rest] = compact.split(':');
    const namespace = prefixes.get(prefix);
    return namespace === undefined || rest.length === 0 ? compact : namespace + rest.join(':');
  };
  const files = new Map<string, IdentifiedSchema>();
  for (const [name, file] of set.byName) {
    const type = /^types\/([^/]+)\.json$/.exec(name)?.[1];
    if (type === undefined) continue;
    files.set(type, file);
    diagnostics.push(...checkPrefixes(file, prefixes));
  }
  const definition: Terms['definition'] = (property, types) => {
    for (const type of types) {
      const context = files.get(type)?.value['x-jsonld-context'];
      const value = isObject(context) ? getKey(context, property) : undefined;
      if (typeof value === 'string') return { '@id': value };
      if (isObject(value)) return value;
    }
    return undefined;
  };
  const propertyIri: Terms['propertyIri'] = (property, types) => {
    const id = definition(property, types)?.['@id'];
    return typeof id === 'string' ? expand(id) : iris.term(property);
  };
  return { value: { prefixes, expand, propertyIri, definition }, diagnostics };
}

function checkPrefixes(file: IdentifiedSchema, prefixes: Map<string, string>): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const check = (value: Json | undefined, path: string, property: string): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) check(item, `${path}/${index}`, property);
    } else if (isObject(value)) check(value['@id'], `${path}/@id`, property);
    else if (typeof value === 'string' && !value.includes('://') && !value.startsWith('@')) {
      const prefix = value.split(':')[0] ?? '';
      if (value.includes(':') && prefixes.has(prefix)) return;
      const expected = [...prefixes.keys()].map((name) => `${name}:`).join(', ');
      const annotation = path.split('/')[0] ?? '';
      const values = { property, annotation, expected, found: value, likely: '' };
      diagnostics.push(diagnose('schema-annotation-is-valid', file.locate(path), values));
    }
  };
  check(file.value['x-jsonld-type'], 'x-jsonld-type', '@type');
  const context = file.value['x-jsonld-context'];
  for (const [property, value] of Object.entries(isObject(context) ? context : {})) {
    check(value, `x-jsonld-context/${property}`, property);
  }
  return diagnostics;
}
