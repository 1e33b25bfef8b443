import type { ObjectStructure, Property } from '../model.ts';

/** An object that some property has as a value, or may have. */
export interface ListedStructure {
  structure: ObjectStructure;
  parts: ReadonlyMap<string, Property>;
}

/** The objects that properties may have as values, and those within them, each once, outer ones first. */
export function listStructures(properties: Iterable<Property>): ListedStructure[] {
  const found = new Map<string, ListedStructure>();
  const visit = ({ structure, parts }: Property): void => {
    if (!structure || found.has(structure.name)) return;
    found.set(structure.name, { structure, parts });
    for (const part of parts.values()) visit(part);
  };
  for (const property of properties) visit(property);
  return [...found.values()];
}
