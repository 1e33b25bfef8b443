import type { Diagnostic, Entity, Graph, Property, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { findWholes } from './find-wholes.ts';
import { locateValue, originsOf } from './locate-value.ts';

/** An entity, a property with an inverse, and a value of it. */
interface Led {
  from: Entity;
  property: Property;
  path: string;
  to: Entity;
}

/**
 * A property and the one that leads back from its value (x-inverse) say one thing: the group that has a subgroup is what the
 * subgroup is part of. What the value says nothing of is only more. Where the way back is of one value, it is the entity, leads on to
 * it, or is what the entity is itself a part of; where it is of many and leads to wholes, it comes to the entity rather than to another of its type alone.
 * The finding stands in the record, if one of the two places is one.
 * Findings: relation-agrees-with-its-inverse.
 */
export function checkInverses(graph: Graph, vocabulary: Vocabulary): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const from of graph.entities.values()) {
    for (const property of vocabulary.types.get(from.type)?.properties.values() ?? []) {
      if (property.inverse === undefined) continue;
      for (const [index, id] of [from.properties[property.name]].flat().entries()) {
        const to = typeof id === 'string' ? graph.entities.get(id) : undefined;
        const path = property.many ? `${property.name}/${index}` : property.name;
        const back = vocabulary.types.get(to?.type ?? '')?.properties.get(property.inverse);
        if (to && back) diagnostics.push(...checkBack({ from, property, path, to }, back, graph, vocabulary));
      }
    }
  }
  return diagnostics;
}

function checkBack(
  { from, property, path, to }: Led,
  back: Property,
  graph: Graph,
  vocabulary: Vocabulary,
): Diagnostic[] {
  const values = [to.properties[back.name]].flat().filter((value) => typeof value === 'string');
  if (values.length === 0 || values.includes(from.id)) return [];
  const wholes = back.acyclic ? findWholes(to, graph, vocabulary, back.name) : new Set<Entity>();
  // What is part of a part may be told to be part of the whole.
  const above = back.acyclic ? findWholes(from, graph, vocabulary, back.name) : new Set<Entity>();
  if (wholes.has(from) || values.some((id) => [...above].some((whole) => whole.id === id))) return [];
  // Of many values others may be meant as well, unless they are wholes of which a thing has one of each type.
  const rival = [...wholes].find(({ type }) => type === from.type);
  if (back.many && !rival) return [];
  const there = { location: locateValue(from, path), isRecord: isRecorded(from, path) };
  const at = back.many ? `${back.name}/0` : back.name;
  const here = { location: locateValue(to, at), isRecord: isRecorded(to, at) };
  const [place, other] = here.isRecord || !there.isRecord ? [here, there] : [there, here];
  const found = {
    entity: to.id,
    property: back.name,
    expected: from.id,
    found: rival?.id ?? values.join(', '),
    inverse: `${from.id}#${property.name}`,
  };
  const related = [{ location: other.location, role: other.isRecord ? 'record' : 'statement' }];
  return [diagnose('relation-agrees-with-its-inverse', place.location, found, related)];
}

function isRecorded(entity: Entity, path: string): boolean {
  return originsOf(entity.origins, path)[0]?.source !== 'statement';
}
