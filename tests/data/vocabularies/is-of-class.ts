import type { Definitions } from './definitions.ts';

/** Classes that all things have. */
const universal: ReadonlySet<string> = new Set([
  'http://www.w3.org/2000/01/rdf-schema#Resource',
  'http://www.w3.org/2002/07/owl#Thing',
  'http://schema.org/Thing',
]);

/**
 * Classes that any thing may have, and need not be said to: PROV-DM 2.1.1 has an entity be "a physical, digital, conceptual, or
 * other kind of thing with some fixed aspects". What is of a class disjoint with it, an activity, is none.
 */
const roles: ReadonlySet<string> = new Set(['http://www.w3.org/ns/prov#Entity']);

export function isUniversal(name: string): boolean {
  return universal.has(name);
}

/** Whether a thing with these classes is of one more; of undefined classes, whether any thing is. */
export function isOfClass(
  name: string,
  classes: ReadonlySet<string> | undefined,
  { disjointWith }: Definitions,
): boolean {
  if (isUniversal(name) || classes?.has(name)) return true;
  return roles.has(name) && !disjointWith(name).some((other) => classes?.has(other));
}
