import type { Entity, Graph, Vocabulary } from '../model.ts';
import { kindOf } from '../values/kind-of.ts';

/**
 * What an entity is part of, be it by way of others: all that it comes to by properties that are acyclic by their schema
 * (x-acyclic), by one property or by all.
 */
export function findWholes(
  entity: Entity,
  graph: Graph,
  vocabulary: Vocabulary,
  only?: string,
): ReadonlySet<Entity> {
  const found = new Set<Entity>();
  const open = [entity];
  for (let at = open.pop(); at; at = open.pop()) {
    for (const property of vocabulary.types.get(at.type)?.properties.values() ?? []) {
      const leads = property.acyclic && kindOf(property).keywords.has('x-acyclic');
      if (!leads || (only !== undefined && property.name !== only)) continue;
      for (const id of [at.properties[property.name]].flat()) {
        const whole = typeof id === 'string' ? graph.entities.get(id) : undefined;
        if (!whole || found.has(whole) || whole === entity) continue;
        found.add(whole);
        open.push(whole);
      }
    }
  }
  return found;
}
