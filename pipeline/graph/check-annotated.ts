import type { Diagnostic, Entity, EntityId, Extraction } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';

/**
 * Annotations of entities that nothing tells of. A translation's are left to the parity check where the source speaks of
 * the same entity: they are reported once, at the source.
 * Findings: entity-is-known.
 */
export function checkAnnotated(
  entities: Map<EntityId, Entity>,
  texts: Extraction[],
  source: Extraction | undefined,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const inSource = new Set<EntityId>();
  for (const text of texts) {
    for (const { entity, location } of [...text.mentions, ...text.statements, ...text.blanks]) {
      if (entities.has(entity)) continue;
      if (text === source) inSource.add(entity);
      else if (inSource.has(entity)) continue;
      diagnostics.push(
        diagnose('entity-is-known', location, { entity, ...suggest(entity, entities.keys()) }),
      );
    }
  }
  return diagnostics;
}
