import type { Diagnostic, Entity, Graph, Json, Location, Property, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { isNamedBy } from '../values/is-named-by.ts';
import { entityNames } from './entity-names.ts';
import { labelProperty } from './label-property.ts';
import { locateValue } from './locate-value.ts';

/** Names in one text: "CeSPI; IILA". */
const separator = /\s*[;/]\s*/;

/**
 * Entities that a record gives are those whose names another property gives (x-named-in): the authors of a work are those that
 * the bibliography names. Who of the named has no entity is no finding.
 * Findings: record-agrees-with-bibliography.
 */
export function checkNamedIn(graph: Graph, vocabulary: Vocabulary): Diagnostic[] {
  return [...graph.entities.values()].flatMap((entity) => {
    const properties = vocabulary.types.get(entity.type)?.properties;
    return [...(properties?.values() ?? [])].flatMap((property) => {
      const names = namesOf(entity, property.namedIn);
      return names.length === 0 ? [] : checkProperty(entity, property, names, { graph, vocabulary });
    });
  });
}

function checkProperty(
  entity: Entity,
  property: Property,
  names: readonly string[],
  { graph, vocabulary }: { graph: Graph; vocabulary: Vocabulary },
): Diagnostic[] {
  const values = [entity.properties[property.name]].flat();
  return values.flatMap((id, index) => {
    const value = typeof id === 'string' ? graph.entities.get(id) : undefined;
    if (!value) return [];
    const labels = entityNames(value, vocabulary).map(({ text }) => text);
    const isNamed = labels.some((label) => names.some((name) => isNamedBy(label, name)));
    if (isNamed || labels.length === 0) return [];
    const path = property.many ? `${property.name}/${index}` : property.name;
    const namedIn = property.namedIn ?? '';
    const found = {
      entity: entity.id,
      property: property.name,
      found: value.id,
      name: labels[0] ?? '',
      expected: names.filter((name, at) => names.indexOf(name) === at).join(', '),
    };
    const related = [
      ...lonelyNames(entity, values, { namedIn, graph, vocabulary }).map((location) => ({
        location,
        role: 'item',
      })),
      { location: locateValue(value, labelProperty), role: 'name' },
    ];
    return [diagnose('record-agrees-with-bibliography', locateValue(entity, path), found, related)];
  });
}

/** Places of the names that no entity has; of the whole property where all are somebody's. */
function lonelyNames(
  entity: Entity,
  values: readonly (Json | undefined)[],
  { namedIn, graph, vocabulary }: { namedIn: string; graph: Graph; vocabulary: Vocabulary },
): Location[] {
  const labels = values.flatMap((id) => {
    const value = typeof id === 'string' ? graph.entities.get(id) : undefined;
    return value ? entityNames(value, vocabulary).map(({ text }) => text) : [];
  });
  const texts = entity.properties[namedIn];
  const lonely = (Array.isArray(texts) ? texts : []).flatMap((name, index) =>
    typeof name === 'string' && !labels.some((label) => isNamedBy(label, name))
      ? [locateValue(entity, `${namedIn}/${index}`)]
      : [],
  );
  return lonely.length > 0 ? lonely : [locateValue(entity, namedIn)];
}

function namesOf(entity: Entity, property: string | undefined): string[] {
  if (property === undefined) return [];
  return [entity.properties[property]]
    .flat()
    .flatMap((name) => (typeof name === 'string' ? [name, ...name.split(separator)] : []));
}
