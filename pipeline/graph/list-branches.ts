import type { Json } from '../model.ts';
import { stepsMax } from '../values/json-schema/steps-max.ts';
import { objectMembers } from '../values/json-value.ts';
import { childOf, type LocatedSchema, locateReference, schemasOf } from './expand-schema.ts';
import type { SchemaSet } from './schema-set.ts';

/** Keywords whose schema speaks of the same object where a condition is met, or asks whether it is. */
const conditions = ['then', 'else', 'if'];

/**
 * Schemas of properties that stand in branches of schemas: in alternatives, conditions, and what the presence of a property demands;
 * by the name of the property, in the order of the branches. What stands in the schemas themselves is not among them.
 */
export function listBranches(
  schemas: readonly LocatedSchema[],
  set: SchemaSet,
): Map<string, LocatedSchema[]> {
  const found = new Map<string, LocatedSchema[]>();
  const seen = new Set<Json>();
  let steps = 0;
  const visit = (at: LocatedSchema, isBranch: boolean): void => {
    if (seen.has(at.schema) || steps > stepsMax) return;
    seen.add(at.schema);
    steps++;
    visitMembers(at, isBranch);
    steps--;
  };
  const visitMembers = (at: LocatedSchema, isBranch: boolean): void => {
    if (isBranch) {
      for (const name of Object.keys(objectMembers(at.schema.properties))) {
        const property = childOf(at, 'properties', name);
        if (property) found.set(name, [...(found.get(name) ?? []), property]);
      }
      const target = typeof at.schema.$ref === 'string' ? locateReference(at.schema.$ref, set) : undefined;
      if (target) visit(target, true);
      for (const member of schemasOf(at, 'allOf')) visit(member, true);
    }
    for (const keyword of ['anyOf', 'oneOf'])
      for (const branch of schemasOf(at, keyword)) visit(branch, true);
    for (const keyword of conditions) visitChild(at, keyword);
    for (const keyword of ['dependentSchemas', 'dependencies'])
      for (const name of Object.keys(objectMembers(at.schema[keyword]))) visitChild(at, keyword, name);
  };
  const visitChild = (at: LocatedSchema, ...steps: string[]): void => {
    const child = childOf(at, ...steps);
    if (child) visit(child, true);
  };
  for (const at of schemas) visit(at, false);
  return found;
}
