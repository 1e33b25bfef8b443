import type { Property } from '../model.ts';
import { kindOf } from '../values/kind-of.ts';

/** The property by which the data says that two addresses are of one thing. */
const sameAs = 'http://schema.org/sameAs';

/** Whether the values of a property are addresses of the very same thing elsewhere. */
export function isSameAs(property: Property): boolean {
  return property.iri === sameAs && kindOf(property).refersTo === 'address';
}
