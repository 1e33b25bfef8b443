import type { EntityType, Graph, Json, JsonObject, Property, Vocabulary } from '../model.ts';
import { isObject } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';

/** What of a vocabulary the data of some publications use. JSON can write it. */
export interface TermUse {
  /** Names of the types that an entity has itself. */
  types: string[];
  /** Properties that have a value, each after the name of a type that has it, parts after their whole: ["border", "length", "value"]. */
  properties: string[][];
}

/** The same, found in a vocabulary. */
interface Use {
  types: ReadonlySet<string>;
  /** Those that an entity has itself. */
  concrete: ReadonlySet<string>;
  /** As the vocabulary has them; with a part that a value has, the part. */
  properties: ReadonlySet<Property>;
}

/** What of a vocabulary a graph uses. Sorted. */
export function findTermUse({ types }: Vocabulary, { entities, described }: Graph): TermUse {
  const concrete = new Set<string>();
  const used = new Map<string, string[]>();
  const visit = (values: JsonObject, known: ReadonlyMap<string, Property>, above: string[]): void => {
    for (const [name, value] of Object.entries(values)) {
      const property = known.get(name);
      if (!property || value === null) continue;
      const path = [...above, name];
      used.set(JSON.stringify(path), path);
      for (const item of [value].flat() as Json[]) if (isObject(item)) visit(item, property.parts, path);
    }
  };
  for (const entity of [...entities.values(), ...(described ? [described] : [])]) {
    const type = types.get(entity.type);
    if (!type) continue;
    concrete.add(type.name);
    visit(entity.properties, type.properties, [type.name]);
  }
  const sorted = [...used].sort(([a], [b]) => (a < b ? -1 : 1));
  return { types: [...concrete].sort(), properties: sorted.map(([, path]) => path) };
}

/**
 * As much of a vocabulary as some data use: the types of their entities with what these build on, which is abstract where no
 * entity is only that; the properties that have a value and the parts that a value has; the terms of measurements where
 * something is measured. Lists of codes are whole. The context is whole, too, so that a thing has one key in all
 * documents, whatever else they say; each document carries as much of it as it uses.
 */
export function vocabularyInUse(vocabulary: Vocabulary, uses: readonly TermUse[]): Vocabulary {
  const use = lookUp(vocabulary, uses);
  const types = narrowTypes(vocabulary, use);
  const isMeasured = [...use.properties].some((property) => kindOf(property).composition !== undefined);
  return {
    ...vocabulary,
    types,
    terms: isMeasured ? (vocabulary.terms ?? []) : [],
  };
}

function lookUp({ types: all }: Vocabulary, uses: readonly TermUse[]): Use {
  const concrete = new Set(uses.flatMap(({ types }) => types.filter((name) => all.has(name))));
  const types = new Set([...concrete].flatMap((name) => [name, ...(all.get(name)?.supertypes ?? [])]));
  const properties = new Set<Property>();
  for (const [type = '', ...path] of uses.flatMap((use) => use.properties)) {
    let level = all.get(type)?.properties;
    let property: Property | undefined;
    for (const name of path) {
      property = level?.get(name);
      level = property?.parts;
    }
    if (property) properties.add(property);
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
