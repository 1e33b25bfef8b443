import type { Entity, EntityType } from '../model.ts';

/** IRIs of the classes of an entity: those of its type, and those that its codes stand for. */
export function classesOf(entity: Entity, type: EntityType): string[] {
  const ofCodes = [...type.properties.values()].flatMap(({ name, codeClasses }) => {
    const code = Object.hasOwn(entity.properties, name) ? entity.properties[name] : undefined;
    return (typeof code === 'string' ? codeClasses?.get(code) : undefined) ?? [];
  });
  return [...new Set([...type.classes, ...ofCodes])];
}
