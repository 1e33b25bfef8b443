import type { EntityId, PropertyPath, Vocabulary } from '../model.ts';
import { hasOtherReading } from '../values/has-other-reading.ts';

/** Anchor of an entity in the published Markdown: "hub-andean". Said here again, so that reading back relies on the published form alone. */
export function publishedAnchor(id: EntityId): string {
  return id.replace(':', '-');
}

/** Anchor of a value: "hub-andean--population-period", with dots where hyphens would stand for another path, too. */
export function publishedValueAnchor(id: EntityId, path: PropertyPath, { types }: Vocabulary): string {
  const properties = types.get(id.slice(0, id.indexOf(':')))?.properties;
  const keepsDots = properties !== undefined && hasOtherReading(path, properties);
  return `${publishedAnchor(id)}--${keepsDots ? path : path.replaceAll('.', '-')}`;
}
