import type { Diagnostic, Entity, Graph, Property, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { isSameAs } from './is-same-as.ts';
import { locateValue, originsOf } from './locate-value.ts';
import type { Register } from './read-register.ts';
import type { SharedRecords } from './shared/open-shared-records.ts';

/** Least number of sources that an address has to be seen in: one alone may be wrong, and others copy it. */
const sourcesMin = 2;

interface AddressContext {
  /** The publication's. */
  register: Register | undefined;
  /** The project's, which has records and a register of its own; undefined where it is asked about these themselves. */
  shared: Pick<SharedRecords, 'holds' | 'recordsOf' | 'register'> | undefined;
}

/**
 * An address of the same thing in another dataset leads out of this one, and no two entities have it, or they would be one.
 * Where there is a register, each was seen in two sources at least, and is of the entity under which the register lists it; and
 * what the register lists under an entity is in that entity's record. A project's register is one for its publications, too; what a
 * publication's register says binds the publication alone.
 * Findings: same-as-leads-elsewhere, same-as-is-unique, same-as-is-in-register, same-as-is-of-its-entity,
 * register-address-is-in-its-record, register-address-is-of-one-entity, reference-resolves.
 *
 * @param base address under which everything of this project is published
 */
export function checkSameAs(
  graph: Graph,
  vocabulary: Vocabulary,
  base: string,
  { register, shared }: AddressContext,
): Diagnostic[] {
  const owners = new Map<string, { entity: Entity; property: Property }>();
  const diagnostics: Diagnostic[] = [];
  for (const entity of graph.entities.values()) {
    const properties = [...(vocabulary.types.get(entity.type)?.properties.values() ?? [])];
    for (const property of properties.filter(isSameAs)) {
      for (const [index, address] of [entity.properties[property.name]].flat().entries()) {
        if (typeof address !== 'string') continue;
        const at = `${property.name}/${index}`;
        // That a publication is a work that others cite is said by its own address.
        if (originsOf(entity.origins, at)[0]?.source === 'bibliography') continue;
        const location = locateValue(entity, at);
        const values = { entity: entity.id, found: address };
        if (address.startsWith(base))
          diagnostics.push(diagnose('same-as-leads-elsewhere', location, { ...values, base }));
        const binding = shared?.holds(location.path) ? [shared.register] : [register, shared?.register];
        const registers = binding.flatMap((each) => each ?? []);
        const seen = [...new Set(registers.flatMap((each) => each.seen.get(address) ?? []))];
        if (registers.length > 0 && seen.length < sourcesMin) {
          const counts = { expected: sourcesMin, sources: seen.join(', ') || '' };
          diagnostics.push(diagnose('same-as-is-in-register', location, { ...values, ...counts }));
        }
        const bound = registers.flatMap((each) => each.owners.get(address) ?? [])[0];
        if (bound && bound.entity !== entity.id) {
          const related = [{ location: bound.location, role: 'register' }];
          const found = { ...values, expected: bound.entity };
          diagnostics.push(diagnose('same-as-is-of-its-entity', location, found, related));
        }
        const owner = owners.get(address);
        if (owner && owner.entity !== entity) {
          const related = [{ location: locateValue(owner.entity, owner.property.name), role: 'same' }];
          const finding = diagnose('same-as-is-unique', location, { ...values, other: owner.entity.id });
          diagnostics.push({ ...finding, related });
        }
        owners.set(address, owner ?? { entity, property });
      }
    }
  }
  return [...diagnostics, ...checkOwners(graph, { register, shared }, new Set(owners.keys()))];
}

/**
 * What a register lists under an entity: the entity is there, and its record has the address. Of an address that another
 * record has, `same-as-is-of-its-entity` tells there. A publication may list an entity of the project that its text does not name.
 */
function checkOwners(
  { entities }: Graph,
  { register, shared }: AddressContext,
  used: ReadonlySet<string>,
): Diagnostic[] {
  const unknown = new Set<string>();
  return [...(register?.owners ?? [])].flatMap(([address, { entity, location, group }]) => {
    const known = entities.get(entity);
    const rival = shared?.register?.owners.get(address);
    if (rival && rival.entity !== entity) {
      const values = { found: address, entity, other: rival.entity };
      const related = [{ location: rival.location, role: 'same' }];
      return [{ ...diagnose('register-address-is-of-one-entity', location, values), related }];
    }
    if (known && used.has(address)) return [];
    if (known) {
      const related = [{ location: locateValue(known, ''), role: 'record' }];
      const values = { entity, found: address };
      return [diagnose('register-address-is-in-its-record', location, values, related)];
    }
    if (unknown.has(entity) || (shared?.recordsOf(entity).length ?? 0) > 0) return [];
    unknown.add(entity);
    const values = { entity: 'identifiers', property: 'identifiers', target: entity };
    return [diagnose('reference-resolves', group, { ...values, ...suggest(entity, entities.keys()) })];
  });
}
