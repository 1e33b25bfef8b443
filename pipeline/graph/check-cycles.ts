import type { Diagnostic, Entity, EntityId, Graph, Property, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { addTo } from '../values/add-to.ts';
import { kindOf } from '../values/kind-of.ts';
import { locateValue } from './locate-value.ts';

/** A step from an entity to one that it is part of, and where that is said. */
interface PartStep {
  from: EntityId;
  to: EntityId;
  said: { by: Entity; property: Property };
}

/** Properties that lead from the whole to its part, unlike all others. */
const downwards: ReadonlySet<string> = new Set([
  'http://www.w3.org/2004/02/skos/core#narrower',
  'http://purl.org/dc/terms/hasPart',
  'http://schema.org/hasPart',
  'http://schema.org/containsPlace',
]);

/**
 * Nothing is part of itself, be it by way of others: an entity never comes back to itself by properties that are acyclic by
 * their schema (x-acyclic). Each cycle is found once, with all its places.
 * Findings: parts-form-no-cycle.
 */
export function checkCycles(graph: Graph, vocabulary: Vocabulary): Diagnostic[] {
  const steps = new Map<EntityId, PartStep[]>();
  for (const entity of graph.entities.values()) {
    for (const property of vocabulary.types.get(entity.type)?.properties.values() ?? []) {
      if (!property.acyclic || !kindOf(property).keywords.has('x-acyclic')) continue;
      for (const to of [entity.properties[property.name]].flat())
        if (typeof to === 'string') addStep(steps, entity, property, to);
    }
  }
  const diagnostics: Diagnostic[] = [];
  const done = new Set<EntityId>();
  for (const start of [...steps.keys()].sort()) {
    // Chains may be as long as a project is large: the way is kept here, not on the stack of calls.
    const way: PartStep[] = [];
    const places = new Map<EntityId, number>();
    const open: { id: EntityId; next: number }[] = [];
    const enter = (id: EntityId): void => {
      const begin = places.get(id);
      if (begin !== undefined) diagnostics.push(report(way.slice(begin)));
      if (begin !== undefined || done.has(id)) {
        way.pop();
        return;
      }
      places.set(id, way.length);
      open.push({ id, next: 0 });
    };
    enter(start);
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const step = steps.get(top.id)?.[top.next];
      top.next += 1;
      if (step) {
        way.push(step);
        enter(step.to);
      } else {
        open.pop();
        way.pop();
        places.delete(top.id);
        done.add(top.id);
      }
    }
  }
  return diagnostics;
}

function addStep(
  steps: Map<EntityId, PartStep[]>,
  entity: Entity,
  property: Property,
  value: EntityId,
): void {
  const [from, to] = downwards.has(property.iri) ? [value, entity.id] : [entity.id, value];
  const known = steps.get(from)?.some((step) => step.to === to);
  if (!known) addTo(steps, from, { from, to, said: { by: entity, property } });
}

function report(cycle: PartStep[]): Diagnostic {
  const [first, ...others] = cycle as [PartStep, ...PartStep[]];
  const placeOf = ({ said: { by, property } }: PartStep) => locateValue(by, property.name);
  const chain = [...cycle.map(({ from }) => from), first.from].join(' → ');
  const related = others.map((step) => ({ location: placeOf(step), role: 'part' }));
  const values = { entity: first.from, property: first.said.property.name, cycle: chain };
  return { ...diagnose('parts-form-no-cycle', placeOf(first), values), related };
}
