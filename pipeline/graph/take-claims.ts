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

/** What a publication speaks of, and what it claims of that. JSON can write it. */
export interface Claims {
  entities: EntityId[];
  /** Claim[] as JSON: most of a corpus is never read. */
  json: string;
}

/**
 * What a publication says of entities that others may contradict: values of which there is one, and measured ones, which what is said
 * about them tells apart. Words are no claims, for each text has its own; nor are objects with parts of their own.
 */
export function takeClaims(graph: Graph, vocabulary: Vocabulary): Claims {
  return { entities: [...graph.entities.keys()], json: JSON.stringify(listClaims(graph, vocabulary)) };
}

function listClaims({ entities }: Graph, { types }: Vocabulary): Claim[] {
  const claims: Claim[] = [];
  for (const entity of entities.values()) {
    const known = types.get(entity.type)?.properties;
    for (const [name, value] of Object.entries(entity.properties)) {
      const property = known?.get(name);
      if (!property || kindOf(property).isTagged || property.structure || property.alternatives) continue;
      if (property.many && !kindOf(property).composition) continue;
      for (const [index, item] of [value].flat().entries()) {
        const at = property.many ? `${name}/${index}` : name;
        claims.push({ entity: entity.id, property: name, value: item, location: locateValue(entity, at) });
      }
    }
  }
  return claims;
}
