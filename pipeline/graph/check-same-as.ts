import type { Diagnostic, Entity, Graph, Property, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { kindOf } from '../values/kind-of.ts';
import { locateValue } from './locate-value.ts';
import type { Register } from './read-register.ts';

/** The property by which the data says that two addresses are of one thing. */
const sameAs = 'http://schema.org/sameAs';

/** Least number of sources that an address has to be seen in: one alone may be wrong, and others copy it. */
const sourcesMin = 2;

/**
 * An address of the same thing in another dataset leads out of this one, and no two entities have it, or they would be one.
 * Where there is a register, each was seen in two sources at least, and is of the entity under which the register lists it; and
 * what the register lists under an entity is in that entity's record.
 * Findings: same-as-leads-elsewhere, same-as-is-unique, same-as-is-in-register, same-as-is-of-its-entity,
 * register-address-is-in-its-record, reference-resolves.
 *
 * @param base address under which everything of this project is published
 */
export function checkSameAs(
  graph: Graph,
  vocabulary: Vocabulary,
  base: string,
  register: Register | undefined,
): Diagnostic[] {
  const owners = new Map<string, { entity: Entity; property: Property }>();
  const diagnostics: Diagnostic[] = [];
  for (const entity of graph.entities.values()) {
    const properties = [...(vocabulary.types.get(entity.type)?.properties.values() ?? [])];
    for (const property of properties.filter(isSameAs)) {
      for (const [index, address] of [entity.properties[property.name]].flat().entries()) {
        if (typeof address !== 'string') continue;
        const at = `${property.name}/${index}`;
        const location = locateValue(entity, at);
        const values = { entity: entity.id, found: address };
        if (address.startsWith(base))
          diagnostics.push(diagnose('same-as-leads-elsewhere', location, { ...values, base }));
        const seen = register?.seen.get(address) ?? [];
        if (register && seen.length < sourcesMin) {
          const counts = { expected: sourcesMin, sources: seen.join(', ') || '' };
          diagnostics.push(diagnose('same-as-is-in-register', location, { ...values, ...counts }));
        }
        const bound = register?.owners.get(address);
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
  return [...diagnostics, ...checkOwners(graph, register, new Set(owners.keys()))];
}

/**
 * What a register lists under an entity: the entity is there, and its record has the address. Of an address that another
 * record has, `same-as-is-of-its-entity` tells there.
 */
function checkOwners(
  { entities }: Graph,
  register: Register | undefined,
  used: ReadonlySet<string>,
): Diagnostic[] {
  const unknown = new Set<string>();
  return [...(register?.owners ?? [])].flatMap(([address, { entity, location, group }]) => {
    const known = entities.get(entity);
    if (known && used.has(address)) return [];
    if (known) {
      const related = [{ location: locateValue(known, ''), role: 'record' }];
      const values = { entity, found: address };
      return [diagnose('register-address-is-in-its-record', location, values, related)];
    }
    if (unknown.has(entity)) return [];
    unknown.add(entity);
    const values = { entity: 'identifiers', property: 'identifiers', target: entity };
    return [diagnose('reference-resolves', group, { ...values, ...suggest(entity, entities.keys()) })];
  });
}

function isSameAs(property: Property): boolean {
  return property.iri === sameAs && kindOf(property).refersTo === 'address';
}
