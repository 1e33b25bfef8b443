import { classTerm } from '../../graph/class-term.ts';
import { coreNamespace, type Iris } from '../../graph/iri.ts';
import type { EntityType, Property } from '../../model.ts';

/**
 * Addresses of the codes of a property, and of the scheme that they are in. A list that a project made, be it for a type that comes
 * with the tool, is of the project's vocabulary.
 *
 * @param type that declares the property
 * @param part of a value: the name of what has it, and the address that says whose it is
 */
export function codeAddresses(
  type: EntityType,
  property: Property,
  iris: Pick<Iris, 'core' | 'term'>,
  part?: { owner: string; place: string } | undefined | '',
): { scheme: string; code: (code: string) => string } {
  const { owner, place } = part || {
    owner: `${classTerm(type.name)}.${property.name}`,
    place: type.classes[0] ?? '',
  };
  const term = place.startsWith(coreNamespace) && !property.ownCodes ? iris.core : iris.term;
  return {
    scheme: term(`${owner}-codes`),
    code: (code) => term(`${owner}-${encodeURIComponent(code)}`),
  };
}
