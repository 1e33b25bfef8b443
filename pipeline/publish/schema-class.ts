import type { EntityType } from '../model.ts';

const schemaOrg = 'http://schema.org/';

/** The first schema.org class of a type; Thing where it has none. */
export function schemaClass(type: EntityType | undefined): string {
  return type?.classes.find((iri) => iri.startsWith(schemaOrg))?.slice(schemaOrg.length) ?? 'Thing';
}
