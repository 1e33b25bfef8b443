import type { EntityType, Json, JsonObject, Property } from '../model.ts';
import { stableJson } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { listStructures } from '../values/list-structures.ts';
import { classTerm } from './class-term.ts';
import type { Terms } from './read-terms.ts';

/**
 * The JSON-LD 1.1 context of all types: prefixes, a term for every type, every property name and every part of a quantity
 * that has a name of its own. Text has a language container, references are IRIs, numbers are typed; dates have no
 * type, because their precision decides it, and quantities are nodes.
 *
 * A property name may mean different terms in different types. The definition that most types share stands for all;
 * the other types carry theirs in a type-scoped context (https://www.w3.org/TR/json-ld11/#type-scoped-contexts), so data
 * must name the type by its term: `"@type": ["Observation", …]`.
 *
 * A property with the name of a prefix has no term, for one name cannot be both: data name it by its compact address.
 */
export function buildContext(types: Map<string, EntityType>, terms: Terms): JsonObject {
  const byType = new Map<string, Map<string, JsonObject>>();
  const uses = new Map<string, Map<string, { definition: JsonObject; count: number }>>();
  for (const type of types.values()) {
    const definitions = new Map<string, JsonObject>();
    byType.set(type.name, definitions);
    for (const property of type.properties.values()) {
      if (terms.prefixes.has(property.name)) continue;
      const declared = terms.definition(property.name, [type.name, ...type.supertypes]);
      const definition = { ...termOf(property, terms), ...declared };
      definitions.set(property.name, definition);
      const rivals = uses.get(property.name) ?? new Map<string, { definition: JsonObject; count: number }>();
      uses.set(property.name, rivals);
      const key = stableJson(definition);
      const rival = rivals.get(key) ?? { definition, count: 0 };
      rivals.set(key, { definition, count: rival.count + 1 });
    }
  }
  const shared = new Map<string, JsonObject>();
  for (const [name, rivals] of uses) {
    const ranked = [...rivals].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
    if (ranked[0]) shared.set(name, ranked[0][1].definition);
  }
  // Parts that no property and no prefix has the name of: qualifier, of.
  const outer = [...types.values()].flatMap((type) => [...type.properties.values()]);
  for (const { parts } of [...outer.filter(({ structure }) => !structure), ...listStructures(outer)]) {
    for (const part of parts.values()) {
      if (!shared.has(part.name) && !terms.prefixes.has(part.name))
        shared.set(part.name, termOf(part, terms));
    }
  }

  const context: JsonObject = { '@version': 1.1 };
  for (const [prefix, namespace] of sorted(terms.prefixes)) context[prefix] = namespace;
  for (const [name, definitions] of sorted(byType)) {
    const scoped: JsonObject = {};
    for (const [property, definition] of sorted(definitions)) {
      const common = shared.get(property);
      const isTerm = !property.startsWith('@');
      if (isTerm && (!common || stableJson(common) !== stableJson(definition)))
        scoped[property] = shorten(definition);
    }
    const id = terms.compact(terms.classIri(name));
    context[classTerm(name)] = Object.keys(scoped).length === 0 ? id : { '@id': id, '@context': scoped };
  }
  // What begins as a keyword of JSON-LD does is no term (https://www.w3.org/TR/json-ld11/#dfn-term); the address is there all the same.
  for (const [name, definition] of sorted(shared))
    if (!name.startsWith('@')) context[name] = shorten(definition);
  return context;
}

function termOf(property: Property, { compact }: Terms): JsonObject {
  return { '@id': compact(property.iri), ...kindOf(property).contextEntry(property.many) };
}

function shorten(definition: JsonObject): Json {
  const id = definition['@id'];
  return Object.keys(definition).length === 1 && typeof id === 'string' ? id : definition;
}

function sorted<T>(map: Map<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
