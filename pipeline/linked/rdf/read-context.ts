import type { Json, JsonObject } from '../../model.ts';
import { isObject } from '../../values/json-value.ts';
import { expandIri } from './expand-iri.ts';
import { readPrefixes } from './read-prefixes.ts';

/** What a term of a context means (https://www.w3.org/TR/json-ld11/#expanded-term-definition). */
export interface TermDefinition {
  term: string;
  iri: string;
  /** Datatype of its values, '@id' where these are references. */
  type: string | undefined;
  hasLanguages: boolean;
  isSet: boolean;
  /** What terms mean in a node of this type, where they mean something else. */
  scope: TermDefinition[];
}

/** A JSON-LD context of which every part is known. */
export interface KnownContext {
  /** Namespaces by prefix. */
  prefixes: ReadonlyMap<string, string>;
  definitions: readonly TermDefinition[];
}

const definitionKeys = ['@id', '@type', '@container', '@context'];

/**
 * Reads a JSON-LD context that is made of what contexts of schemas are made of (graph/build-context.ts): prefixes, terms
 * with a type, with a container of languages or a set, and type-scoped terms of the same kind.
 *
 * @returns undefined where anything else is in it: then only a JSON-LD processor knows what it means
 */
export function readContext({ '@version': version = 1.1, ...terms }: JsonObject): KnownContext | undefined {
  const prefixes = readPrefixes(terms);
  const read = (context: JsonObject) => Object.entries(context).map((entry) => readTerm(...entry));
  const readTerm = (term: string, value: Json): TermDefinition | undefined => {
    if (!/^[A-Za-z][\w.-]*$/.test(term)) return undefined;
    const simple = { type: undefined, hasLanguages: false, isSet: false, scope: [] };
    if (typeof value === 'string') {
      // What ends so is a prefix as well (https://www.w3.org/TR/json-ld11-api/#create-term-definition, 14.2.5).
      const isPrefix = /[:/?#[\]@]$/.test(value);
      if (isPrefix && !(prefixes.has(term) && /^[a-z]+:\/\//.test(value))) return undefined;
      const iri = expandIri(value, prefixes);
      return iri === undefined ? undefined : { ...simple, term, iri };
    }
    if (!isObject(value) || !Object.keys(value).every((key) => definitionKeys.includes(key)))
      return undefined;
    const iri = readAddress(value['@id'], prefixes);
    const type = value['@type'] === '@id' ? '@id' : readAddress(value['@type'], prefixes);
    const containers = readContainers(value['@container']);
    const scope = readScope(value['@context']);
    const isKnown = type !== undefined || value['@type'] === undefined;
    return iri && isKnown && containers && scope ? { term, iri, type, ...containers, scope } : undefined;
  };
  const readScope = (context: Json | undefined): TermDefinition[] | undefined => {
    if (context === undefined) return [];
    if (!isObject(context) || Object.keys(context).some((term) => prefixes.has(term))) return undefined;
    const found = read(context);
    const isFlat = found.every((each) => each?.scope.length === 0);
    return isFlat && readPrefixes(context).size === 0 ? allOf(found) : undefined;
  };
  const definitions = version === 1.1 ? allOf(read(terms)) : undefined;
  return definitions && !isScopedByProperty(definitions) ? { prefixes, definitions } : undefined;
}

/** Whether a property has the address of a class with terms of its own: these would be for its values, too. */
function isScopedByProperty(definitions: readonly TermDefinition[]): boolean {
  const all = definitions.flatMap((definition) => [definition, ...definition.scope]);
  return definitions.some(
    ({ iri, scope }) => scope.length > 0 && all.filter((other) => other.iri === iri).length > 1,
  );
}

function readAddress(iri: Json | undefined, prefixes: ReadonlyMap<string, string>): string | undefined {
  return typeof iri === 'string' ? expandIri(iri, prefixes) : undefined;
}

function readContainers(
  container: Json | undefined,
): Pick<TermDefinition, 'hasLanguages' | 'isSet'> | undefined {
  if (container === undefined) return { hasLanguages: false, isSet: false };
  const names = [container].flat();
  const [hasLanguages, isSet] = [names.includes('@language'), names.includes('@set')];
  const count = Number(hasLanguages) + Number(isSet);
  return count > 0 && names.length === count ? { hasLanguages, isSet } : undefined;
}

function allOf<T>(values: readonly (T | undefined)[]): T[] | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}
