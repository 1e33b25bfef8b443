import type { EntityId, EntityType, PropertyPath, Vocabulary } from '../../model.ts';
import { parseAnnotation } from '../../text/annotation.ts';
import { hasOtherReading } from '../../values/has-other-reading.ts';

/** What the destination of an annotation link says. */
export interface EntityAddress {
  entity: EntityId;
  type: EntityType;
  path: PropertyPath | undefined;
}

/** Reads "type:slug" or "type:slug#path"; undefined for an ordinary link, and for a mistake, which was reported. */
export function readAddress(url: string, vocabulary: Vocabulary): EntityAddress | undefined {
  const address = parseAnnotation(url, vocabulary);
  if (address.kind === 'mention') return { entity: address.entity, type: address.type, path: undefined };
  if (address.kind === 'property') return { entity: address.entity, type: address.type, path: address.path };
  return undefined;
}

/** Anchor of an entity: "hub-andean". */
export function anchorOf(id: EntityId): string {
  return id.replace(':', '-');
}

/**
 * Anchor of a value of an entity: "hub-andean--population-period". The dots of a path stay where another path of the type would have the
 * same anchor.
 */
export function anchorOfValue(id: EntityId, path: PropertyPath, { types }: Vocabulary): string {
  const [type = ''] = id.split(':');
  const properties = types.get(type)?.properties;
  const steps = properties && hasOtherReading(path, properties) ? path : path.replaceAll('.', '-');
  return `${anchorOf(id)}--${steps}`;
}

/** Anchor of what a note speaks about: "hub:andean", "hub:andean#populationDensity". */
export function anchorOfTarget(target: string, vocabulary: Vocabulary): string {
  const [id = '', path] = target.split('#');
  return path === undefined ? anchorOf(id) : anchorOfValue(id, path, vocabulary);
}
