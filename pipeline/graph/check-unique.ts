import type { Diagnostic, Entity, Graph, Property, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { showValue, stableJson } from '../values/json-value.ts';
import { locateValue } from './locate-value.ts';

/**
 * No two entities have one value of a property whose values are one thing's alone (x-unique): a code, a number that somebody
 * gives out. The property is one wherever it is inherited from one type.
 * Findings: unique-value-is-of-one-entity.
 */
export function checkUnique(graph: Graph, vocabulary: Vocabulary): Diagnostic[] {
  const owners = new Map<string, { entity: Entity; path: string }>();
  const diagnostics: Diagnostic[] = [];
  for (const entity of graph.entities.values()) {
    for (const property of uniqueProperties(entity, vocabulary)) {
      const values = [entity.properties[property.name]].flat();
      for (const [index, value] of values.entries()) {
        if (value === undefined || value === null) continue;
        const key = `${property.iri} ${stableJson(value)}`;
        const path = property.many ? `${property.name}/${index}` : property.name;
        const owner = owners.get(key);
        if (!owner) owners.set(key, { entity, path });
        if (!owner || owner.entity === entity) continue;
        const related = [{ location: locateValue(owner.entity, owner.path), role: 'other' }];
        const found = {
          entity: entity.id,
          property: property.name,
          found: showValue(value),
          other: owner.entity.id,
        };
        const location = locateValue(entity, path);
        diagnostics.push(diagnose('unique-value-is-of-one-entity', location, found, related));
      }
    }
  }
  return diagnostics;
}

function uniqueProperties(entity: Entity, { types }: Vocabulary): Property[] {
  return [...(types.get(entity.type)?.properties.values() ?? [])].filter(({ unique }) => unique === true);
}
