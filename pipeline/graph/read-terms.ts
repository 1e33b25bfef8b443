import type { Diagnostic, JsonObject, Staged } from '../model.ts';
import { getKey, isObject } from '../values/json-value.ts';
import { checkTerms } from './check-terms.ts';
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
  /** Compact IRI of the datatype that a type's schema gives the literals of a property; undefined where it gives none. */
  datatype: (property: string, types: string[]) => string | undefined;
  /** Term definition as a type's schema gives it, by nearest type; an object with @id. */
  definition: (property: string, types: string[]) => JsonObject | undefined;
}

/**
 * Reads prefixes.json and the x-jsonld-* annotations of the types.
 * Findings: those of `checkTerms`.
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
    diagnostics.push(...checkTerms(file, prefixes));
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
  const datatype: Terms['datatype'] = (property, types) => {
    const type = definition(property, types)?.['@type'];
    return typeof type === 'string' && !type.startsWith('@') ? type : undefined;
  };
  return { value: { prefixes, expand, propertyIri, datatype, definition }, diagnostics };
}
