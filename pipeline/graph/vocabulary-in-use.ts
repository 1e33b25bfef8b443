import type { EntityType, Graph, Json, JsonObject, Property, Vocabulary } from '../model.ts';
import { getKey, isObject } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { classTerm } from './class-term.ts';

/** What of a vocabulary some graphs use. */
interface Use {
  types: ReadonlySet<string>;
  /** Those that an entity has itself. */
  concrete: ReadonlySet<string>;
  /** As the vocabulary has them; with a part that a value has, the part. */
  properties: ReadonlySet<Property>;
}

/**
 * As much of a vocabulary as the entities of some graphs use: their types with what these build on, which is abstract where no
 * entity is only that; the properties that have a value and the parts that a value has, the terms of measurements where something is measured, and the context of
 * these. Lists of codes are whole, and so are prefixes: what they are is not for a project to say.
 */
export function vocabularyInUse(vocabulary: Vocabulary, graphs: readonly Graph[]): Vocabulary {
  const use = findUse(vocabulary, graphs);
  const types = narrowTypes(vocabulary, use);
  const isMeasured = [...use.properties].some((property) => kindOf(property).composition !== undefined);
  return {
    ...vocabulary,
    types,
    terms: isMeasured ? (vocabulary.terms ?? []) : [],
    context: narrowTerms(vocabulary, types),
  };
}

function findUse(vocabulary: Vocabulary, graphs: readonly Graph[]): Use {
  const [types, concrete] = [new Set<string>(), new Set<string>()];
  const properties = new Set<Property>();
  const visit = (values: JsonObject, known: ReadonlyMap<string, Property>): void => {
    for (const [name, value] of Object.entries(values)) {
      const property = known.get(name);
      if (!property || value === null) continue;
      properties.add(property);
      for (const item of [value].flat() as Json[]) if (isObject(item)) visit(item, property.parts);
    }
  };
  for (const entity of graphs.flatMap(({ entities }) => [...entities.values()])) {
    const type = vocabulary.types.get(entity.type);
    if (!type) continue;
    concrete.add(type.name);
    for (const name of [type.name, ...type.supertypes]) types.add(name);
    visit(entity.properties, type.properties);
  }
  return { types, concrete, properties };
}

/** A property that several types have stays one object: by that they know what they inherit. */
function narrowTypes(vocabulary: Vocabulary, { types, concrete, properties }: Use): Vocabulary['types'] {
  const narrowed = new Map<Property, Property>();
  const narrow = (property: Property): Property => {
    const known = narrowed.get(property);
    if (known) return known;
    const stated: readonly string[] = kindOf(property).composition?.stated ?? [];
    const parts = [...property.parts].filter(([name, part]) => stated.includes(name) || properties.has(part));
    const made = { ...property, parts: new Map(parts) };
    narrowed.set(property, made);
    return made;
  };
  const narrowType = (type: EntityType): EntityType => {
    const heirs = [...vocabulary.types.values()].filter(
      ({ name, supertypes }) => types.has(name) && [name, ...supertypes].includes(type.name),
    );
    // What is demanded of values is demanded by address, so that properties of one address are in use together.
    const used = new Set(
      heirs.flatMap((heir) =>
        [...heir.properties.values()].filter((each) => properties.has(each)).map(({ iri }) => iri),
      ),
    );
    const own = [...type.properties].filter(([, { iri }]) => used.has(iri));
    const abstract = !concrete.has(type.name);
    return {
      ...type,
      abstract,
      properties: new Map(own.map(([name, property]) => [name, narrow(property)])),
    };
  };
  return new Map(
    [...vocabulary.types].filter(([name]) => types.has(name)).map(([name, type]) => [name, narrowType(type)]),
  );
}

/** The context without the terms of types and properties that are not in use. */
function narrowTerms(vocabulary: Vocabulary, types: Vocabulary['types']): JsonObject {
  const named = (all: Vocabulary['types']): Set<string> => {
    const properties = [...all.values()].flatMap((type) => [...type.properties.values()]);
    const parts = properties.flatMap((property) => [...property.parts.keys()]);
    return new Set([...properties.map(({ name }) => name), ...parts]);
  };
  const [declared, used] = [named(vocabulary.types), named(types)];
  const classes = new Map([...vocabulary.types.values()].map((type) => [classTerm(type.name), type.name]));
  const context: JsonObject = {};
  for (const [term, definition] of Object.entries(vocabulary.context)) {
    const type = classes.get(term);
    if (type === undefined) {
      if (!declared.has(term) || used.has(term)) context[term] = definition;
    } else if (types.has(type)) context[term] = narrowScope(definition, types.get(type)?.properties);
  }
  return context;
}

/** The definition of a type's term, which may have a context of its own for the type's properties. */
function narrowScope(definition: Json, properties: EntityType['properties'] = new Map()): Json {
  const scope = isObject(definition) ? getKey(definition, '@context') : undefined;
  if (!isObject(definition) || !isObject(scope)) return definition;
  const { '@context': _scope, ...rest } = definition;
  const kept = Object.entries(scope).filter(([name]) => properties.has(name));
  if (kept.length > 0) return { ...rest, '@context': Object.fromEntries(kept) };
  return Object.keys(rest).length === 1 && typeof rest['@id'] === 'string' ? rest['@id'] : rest;
}
