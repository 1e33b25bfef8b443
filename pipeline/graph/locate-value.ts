import type { Entity, Location, Origin } from '../model.ts';

/**
 * Origins of a value of an entity by its path with slashes, or of the nearest value around it that has some; those of the
 * whole entity stand under ''.
 */
export function originsOf(origins: Map<string, Origin[]>, path: string): Origin[] {
  let at = path;
  while (at !== '') {
    const found = origins.get(at);
    if (found && found.length > 0) return found;
    at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '';
  }
  return origins.get('') ?? [];
}

/** Where an author edits a value of an entity: the first of its origins. Every entity of a graph has one. */
export function locateValue(entity: Entity, path: string): Location {
  const [origin] = originsOf(entity.origins, path);
  if (!origin) throw new Error(`Entity ${entity.id} has no origin`);
  return origin.location;
}

/** As `locateValue`, for what is wrong with the key that the value stands under. */
export function locateKey(entity: Entity, path: string): Location {
  return entity.origins.get(path)?.[0]?.key ?? locateValue(entity, path);
}
