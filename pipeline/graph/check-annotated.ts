import type { Diagnostic, Entity, EntityId, Extraction } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest, suggestAmong } from '../rules/likely-names.ts';

/**
 * Annotations of entities that nothing tells of. A translation's are left to the parity check where the source speaks of
 * the same entity: they are reported once, at the source.
 * A work that is named by a key has that key in the bibliography, letter by letter.
 * Findings: entity-is-known, entity-id-is-well-formed.
 *
 * @param elsewhere ids of which one may be meant, besides those of the entities
 */
export function checkAnnotated(
  entities: Map<EntityId, Entity>,
  texts: Extraction[],
  source: Extraction | undefined,
  elsewhere: Iterable<EntityId> = [],
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const inSource = new Set<EntityId>();
  for (const text of texts) {
    for (const { entity, key, location } of [...text.mentions, ...text.statements, ...text.blanks]) {
      const known = entities.get(entity);
      if (known && key !== undefined && known.key?.normalize() !== key.normalize()) {
        const id = `${known.type}:${key}`;
        const values = { id, ...suggestAmong([entity]) };
        diagnostics.push(diagnose('entity-id-is-well-formed', location, values));
      }
      if (known) continue;
      if (text === source) inSource.add(entity);
      else if (inSource.has(entity)) continue;
      diagnostics.push(
        diagnose('entity-is-known', location, {
          entity,
          ...suggest(entity, [...entities.keys(), ...elsewhere]),
        }),
      );
    }
  }
  return diagnostics;
}
