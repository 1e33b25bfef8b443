import type { EntityId, EntityType, PropertyPath, Vocabulary } from '../../model.ts';
import { parseAnnotation } from '../../text/annotation.ts';

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

/** Anchor of an entity, of a value of it where there is a path: "hub-andean", "hub-andean--population-period". */
export function anchorOf(id: EntityId, path?: PropertyPath): string {
  const entity = id.replace(':', '-');
  return path === undefined ? entity : `${entity}--${path.replaceAll('.', '-')}`;
}

/** Anchor of what a note speaks about: "hub:andean", "hub:andean#populationDensity". */
export function anchorOfTarget(target: string): string {
  const [id = '', path] = target.split('#');
  return anchorOf(id, path);
}
