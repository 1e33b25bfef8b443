import type { Diagnostic, Entity, Graph, Property, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { kindOf } from '../values/kind-of.ts';
import { locateValue } from './locate-value.ts';
import type { Register } from './read-register.ts';

/** The property by which the data says that two addresses are of one thing. */
const sameAs = 'http://schema.org/sameAs';

/** Least number of sources that an address has to be seen in: one alone may be wrong, and others copy it. */
const sourcesMin = 2;

/**
 * An address of the same thing in another dataset leads out of this one, and no two entities have it, or they would be one.
 * Where there is a register, each was seen in two sources at least.
 * Findings: same-as-leads-elsewhere, same-as-is-unique, same-as-is-in-register.
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
  return diagnostics;
}

function isSameAs(property: Property): boolean {
  return property.iri === sameAs && kindOf(property).refersTo === 'address';
}
