import type { Entity, EntityType, Graph, Json, JsonObject, Property, Vocabulary } from '../model.ts';
import { isObject } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';

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
 * entity is only that; the properties that have a value and the parts that a value has; the terms of measurements where
 * something is measured. Lists of codes are whole. The context is whole, too, so that a thing has one key in all
 * documents, whatever else they say; each document carries as much of it as it uses.
 */
export function vocabularyInUse(vocabulary: Vocabulary, graphs: readonly Graph[]): Vocabulary {
  const use = findUse(vocabulary, graphs);
  const types = narrowTypes(vocabulary, use);
  const isMeasured = [...use.properties].some((property) => kindOf(property).composition !== undefined);
  return {
    ...vocabulary,
    types,
    terms: isMeasured ? (vocabulary.terms ?? []) : [],
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
  for (const entity of graphs.flatMap(entitiesOf)) {
    const type = vocabulary.types.get(entity.type);
    if (!type) continue;
    concrete.add(type.name);
    for (const name of [type.name, ...type.supertypes]) types.add(name);
    visit(entity.properties, type.properties);
  }
  return { types, concrete, properties };
}

function entitiesOf({ entities, described }: Graph): Entity[] {
  return [...entities.values(), ...(described ? [described] : [])];
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
