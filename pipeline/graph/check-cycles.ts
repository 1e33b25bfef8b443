import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic, Entity, EntityId, Graph, Property, Vocabulary } from '../model.ts';
import { locateValue } from './locate-value.ts';

/** A step from an entity to one that it is part of. */
interface Step {
  from: Entity;
  property: Property;
  to: EntityId;
}

/**
 * Nothing is part of itself, be it by way of others: an entity never comes back to itself by properties that are acyclic by
 * their schema (x-acyclic). Each cycle is found once, with all its places.
 * Findings: parts-form-no-cycle.
 */
export function checkCycles(graph: Graph, vocabulary: Vocabulary): Diagnostic[] {
  const steps = new Map<EntityId, Step[]>();
  for (const entity of graph.entities.values()) {
    for (const property of vocabulary.types.get(entity.type)?.properties.values() ?? []) {
      if (!property.acyclic || property.kind !== 'entity') continue;
      for (const to of [entity.properties[property.name]].flat())
        if (typeof to === 'string')
          steps.set(entity.id, [...(steps.get(entity.id) ?? []), { from: entity, property, to }]);
    }
  }
  const diagnostics: Diagnostic[] = [];
  const done = new Set<EntityId>();
  const walk = (id: EntityId, way: Step[]): void => {
    const begin = way.findIndex(({ from }) => from.id === id);
    if (begin >= 0) {
      diagnostics.push(report(way.slice(begin)));
      return;
    }
    if (done.has(id)) return;
    for (const step of steps.get(id) ?? []) walk(step.to, [...way, step]);
    done.add(id);
  };
  for (const id of [...steps.keys()].sort()) walk(id, []);
  return diagnostics;
}

function report(cycle: Step[]): Diagnostic {
  const [first, ...others] = cycle as [Step, ...Step[]];
  const placeOf = ({ from, property }: Step) => locateValue(from, property.name);
  const chain = [...cycle.map(({ from }) => from.id), first.from.id].join(' → ');
  const related = others.map((step) => ({ location: placeOf(step), role: 'part' }));
  const values = { entity: first.from.id, property: first.property.name, cycle: chain };
  return { ...diagnose('parts-form-no-cycle', placeOf(first), values), related };
}
