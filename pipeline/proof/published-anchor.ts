import type { EntityId, PropertyPath } from '../model.ts';

/**
 * Anchor of an entity in the published Markdown, of a value of it where there is a path: "hub-andean",
 * "hub-andean--population-period". Said here again, so that reading back relies on the published form alone.
 */
export function publishedAnchor(id: EntityId, path?: PropertyPath): string {
  const entity = id.replace(':', '-');
  return path === undefined ? entity : `${entity}--${path.replaceAll('.', '-')}`;
}
