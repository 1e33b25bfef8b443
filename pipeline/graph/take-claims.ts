import type { EntityId, Graph, Json, Location, Vocabulary } from '../model.ts';
import { kindOf } from '../values/kind-of.ts';
import { locateValue } from './locate-value.ts';

/** A value of an entity as one publication has it, that cannot be another in another publication. */
export interface Claim {
  entity: EntityId;
  property: string;
  /** Canonical JSON. */
  value: Json;
  location: Location;
}

/** What the publications of a project claim, in as little room as it takes: of a corpus most is never looked at. */
export interface Claims {
  /** Of what the publication speaks. */
  entities: EntityId[];
  /** Packed claims as JSON; `readClaims` reads it. */
  packed: string;
}

/** Entity by its place in the list, property, value, path by its place in theirs, and the two points. */
type PackedClaim = [entity: number, property: string, value: Json, path: number, ...points: number[]];

interface PackedClaims {
  paths: string[];
  claims: PackedClaim[];
}

/**
 * What a publication says of entities that others may contradict: values of which there is one, and measured ones, which what is said
 * about them tells apart. Words are no claims, for each text has its own; nor are objects with parts of their own.
 */
export function takeClaims({ entities }: Graph, { types }: Vocabulary): Claims {
  const paths = new Map<string, number>();
  const claims: PackedClaim[] = [];
  for (const [position, entity] of [...entities.values()].entries()) {
    const known = types.get(entity.type)?.properties;
    for (const [name, value] of Object.entries(entity.properties)) {
      const property = known?.get(name);
      if (!property || kindOf(property).isTagged || property.structure || property.alternatives) continue;
      if (property.many && !kindOf(property).composition) continue;
      for (const [index, item] of [value].flat().entries()) {
        const { path, start, end } = locateValue(entity, property.many ? `${name}/${index}` : name);
        const place = paths.get(path) ?? paths.size;
        paths.set(path, place);
        const points = [start, end].flatMap(({ line, column, offset = 0 }) => [line, column, offset]);
        claims.push([position, name, item, place, ...points]);
      }
    }
  }
  const packed: PackedClaims = { paths: [...paths.keys()], claims };
  return { entities: JSON.parse(JSON.stringify([...entities.keys()])), packed: JSON.stringify(packed) };
}

export function readClaims({ entities, packed }: Claims): Claim[] {
  const { paths, claims } = JSON.parse(packed) as PackedClaims;
  return claims.map(([entity, property, value, path, ...points]) => {
    const [line = 1, column = 1, offset = 0, endLine = 1, endColumn = 1, endOffset = 0] = points;
    const start = { line, column, offset };
    const end = { line: endLine, column: endColumn, offset: endOffset };
    return {
      entity: entities[entity] ?? '',
      property,
      value,
      location: { path: paths[path] ?? '', start, end },
    };
  });
}
