import type { Diagnostic, Entity, EntityId, Graph, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { likelyNames, suggest, suggestAmong } from '../rules/likely-names.ts';
import { parseEntityId, parseTarget } from '../values/entity-id.ts';
import { kindOf } from '../values/kind-of.ts';
import { locateValue, originsOf } from './locate-value.ts';
import { propertyAtPath } from './property-at-path.ts';
import { visitValues } from './visit-values.ts';

/**
 * Holds every value that names an entity against the graph: it exists, its type is in the property's range, and what
 * a note speaks about is an entity or one of its properties. Values of another form are `validateGraph`'s.
 * Findings: reference-resolves, reference-type-is-allowed, note-target-is-known.
 *
 * @param options.entities that have the values; those of the graph unless given
 * @param options.elsewhere ids of which one may be meant, besides those of the graph
 */
export function checkEntityReferences(
  graph: Graph,
  vocabulary: Vocabulary,
  {
    entities = graph.entities.values(),
    elsewhere = [],
  }: { entities?: Iterable<Entity>; elsewhere?: Iterable<EntityId> } = {},
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const entity of entities) {
    const type = vocabulary.types.get(entity.type);
    if (!type) continue;
    visitValues(entity.properties, type.properties, (path, value, property) => {
      if (typeof value !== 'string') return;
      const values = { entity: entity.id, property: property.name, target: value };
      const { refersTo } = kindOf(property);
      if (refersTo === 'place') {
        const likely = unknownTarget(value, graph, vocabulary);
        if (likely === undefined) return;
        const location = locateValue(entity, path);
        diagnostics.push(diagnose('note-target-is-known', location, { ...values, ...suggestAmong(likely) }));
      } else if (refersTo === 'entity') {
        const parsed = parseEntityId(value);
        if (!parsed) return;
        if (!graph.entities.has(value)) {
          // Of the object that a text names, entity-is-known tells.
          if (originsOf(entity.origins, path)[0]?.source === 'statement') return;
          const found = { ...values, ...suggest(value, [...graph.entities.keys(), ...elsewhere]) };
          diagnostics.push(diagnose('reference-resolves', locateValue(entity, path), found));
        } else if (property.range.length > 0 && !property.range.includes(parsed.type)) {
          const expected = property.range.filter((name) => !vocabulary.types.get(name)?.abstract).join(', ');
          const found = { ...values, expected, found: parsed.type };
          diagnostics.push(diagnose('reference-type-is-allowed', locateValue(entity, path), found));
        }
      }
    });
  }
  return diagnostics;
}

/** Likely names where a target is not known; undefined where it is. */
function unknownTarget(target: string, graph: Graph, vocabulary: Vocabulary): string[] | undefined {
  const parsed = parseTarget(target);
  if (!parsed) return undefined;
  const entity = graph.entities.get(parsed.id);
  if (!entity) return likelyNames(parsed.id, graph.entities.keys());
  const properties = vocabulary.types.get(entity.type)?.properties;
  if (parsed.path === undefined || !properties || propertyAtPath(properties, parsed.path)) return undefined;
  return likelyNames(parsed.path, properties.keys()).map((name) => `${parsed.id}#${name}`);
}
