import type { EntityId, Property, Vocabulary } from '../../model.ts';
import { isPosition } from '../../values/is-position.ts';
import { kindOf } from '../../values/kind-of.ts';

/** What the link of a member says: a relation, or that the text mentions an entity. */
export interface LinkedAs {
  /** What links of one list have in common: type and property, or the type of what is mentioned. */
  kind: string;
  subject: EntityId | undefined;
  path: string | undefined;
  /** What is related or mentioned. */
  entity: EntityId;
  property: Property | undefined;
}

/** Undefined for a link that states no relation and mentions nothing. */
export function linkedAs(
  { url, title }: { url: string; title: string | undefined },
  vocabulary: Vocabulary,
): LinkedAs | undefined {
  const [address = '', path] = url.split('#', 2);
  const type = vocabulary.types.get(typeOf(address));
  if (type?.role !== 'entity') return undefined;
  if (path === undefined)
    return { kind: type.name, subject: undefined, path, entity: address, property: undefined };
  let property: Property | undefined;
  for (const step of path.split('.'))
    if (!isPosition(step)) property = (property?.parts ?? type.properties).get(step);
  if (!property || kindOf(property).refersTo !== 'entity' || title === undefined) return undefined;
  return { kind: `${type.name}#${path}`, subject: address, path, entity: title, property };
}

export function typeOf(entity: EntityId): string {
  return entity.slice(0, entity.indexOf(':'));
}
