import type { Entity } from '../model.ts';

/** Files that have a record of the entity, or the item of a bibliography that it is. */
export function recordFiles({ origins }: Entity): string[] {
  const paths = [...origins.values()].flatMap((found) =>
    found.flatMap(({ source, location }) => (source === 'statement' ? [] : [location.path])),
  );
  return [...new Set(paths)].sort();
}
