import type { Diagnostic, Json, JsonObject, Staged } from '../model.ts';
import { getKey, isObject } from '../values/json-value.ts';
import { checkTerms } from './check-terms.ts';
import { classTerm } from './class-term.ts';
import { typeOfFile } from './described-publication.ts';
import { coreNamespace, type Iris } from './iri.ts';
import type { IdentifiedSchema, SchemaSet } from './schema-set.ts';

/** Prefix of the project's own vocabulary in the context. */
const ownPrefix = 'def';
/** Prefix of the core vocabulary in the context. */
const corePrefix = 'tinkuy';
const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** IRIs of classes and properties, as the annotations x-jsonld-* and prefixes.json give them. */
export interface Terms {
  prefixes: Map<string, string>;
  /** Compact IRI → IRI; what is no compact IRI of a known prefix stays as it is. */
  expand: (compact: string) => string;
  /** IRI → compact IRI, of terms that have no address in another vocabulary; any other stays as it is. */
  compact: (iri: string) => string;
  /** IRI of the class that a type has and no other: of the core vocabulary where the type comes with the tool. */
  classIri: (type: string) => string;
  /** IRI of a property of a type; `types` is the type and its supertypes, nearest first. */
  propertyIri: (property: string, types: string[]) => string;
  /** IRI of a part of a value of a property of a type. */
  partIri: (part: string, types: string[]) => string;
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
  prefixes.set(corePrefix, coreNamespace);
  const expand = (compact: string): string => {
    const [prefix = '', ...rest] = compact.split(':');
    const namespace = prefixes.get(prefix);
    return namespace === undefined || rest.length === 0 ? compact : namespace + rest.join(':');
  };
  const files = new Map<string, IdentifiedSchema>();
  for (const [name, file] of set.byName) {
    const type = typeOfFile(name);
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
  const iriOf = (name: string, types: string[], isCore: () => boolean): string => {
    const id = definition(name, types)?.['@id'];
    if (typeof id === 'string') return expand(id);
    return isCore() ? iris.core(name) : iris.term(name);
  };
  const coreParts = listCoreParts(set.byName.get('values.json')?.builtin ?? {});
  const datatype: Terms['datatype'] = (property, types) => {
    const type = definition(property, types)?.['@type'];
    return typeof type === 'string' && !type.startsWith('@') ? type : undefined;
  };
  const terms: Terms = {
    prefixes,
    expand,
    compact: (iri) => {
      const own = [ownPrefix, corePrefix].find((prefix) => iri.startsWith(prefixes.get(prefix) ?? '\0'));
      return own === undefined ? iri : `${own}:${iri.slice(prefixes.get(own)?.length)}`;
    },
    classIri: (type) => (files.get(type)?.builtin ? iris.core : iris.term)(classTerm(type)),
    propertyIri: (property, types) =>
      iriOf(property, types, () =>
        types.some((type) => hasMember(files.get(type)?.builtin?.properties, property)),
      ),
    partIri: (part, types) => iriOf(part, types, () => coreParts.has(part)),
    datatype,
    definition,
  };
  return { value: terms, diagnostics };
}

function hasMember(value: Json | undefined, name: string): boolean {
  return isObject(value) && getKey(value, name) !== undefined;
}

/** Names of the parts that the kinds of values have which come with the tool. */
function listCoreParts({ $defs }: JsonObject): Set<string> {
  const kinds = isObject($defs) ? Object.values($defs) : [];
  const parts = kinds.flatMap((kind) =>
    isObject(kind) && isObject(kind.properties) ? Object.keys(kind.properties) : [],
  );
  return new Set(parts);
}
