import type { Iris } from '../graph/iri.ts';
import type { Entity, EntityId, Json, JsonObject, Vocabulary } from '../model.ts';
import { authorsOf } from './jsonld/entity-nodes.ts';
import { listOf } from './look-up.ts';
import { schemaClass } from './schema-class.ts';

export interface AuthorContext {
  vocabulary: Vocabulary;
  iris: Iris;
  entities: ReadonlyMap<EntityId, Entity>;
  nameOf: (id: EntityId) => string;
}

/** Who acts by schema.org: a person; whoever else signs a work, a country too, does so as a body. */
export function makerClass(entity: Entity | undefined, vocabulary: Vocabulary): 'Person' | 'Organization' {
  return schemaClass(entity, vocabulary) === 'Person' ? 'Person' : 'Organization';
}

/**
 * The authors of a work of the bibliography: the entities that the records name, else the names of the bibliography, whose undivided
 * names are of institutions (https://docs.citationstyles.org/en/stable/specification.html#name-variables).
 */
export function flatAuthors(work: Entity, context: AuthorContext): Json[] | undefined {
  const { vocabulary, iris, entities, nameOf } = context;
  const properties = [...(vocabulary.types.get(work.type)?.properties.values() ?? [])];
  const inItem = properties.find(({ csl }) => csl === 'author')?.name;
  const named = properties.find(({ namedIn }) => namedIn !== undefined && namedIn === inItem)?.name ?? '';
  const makers = listOf(work.properties[named] ?? []).filter((id) => typeof id === 'string');
  if (makers.length > 0)
    return makers.map((id) => ({
      '@type': makerClass(entities.get(id), vocabulary),
      '@id': iris.entity(id),
      name: nameOf(id),
    }));
  const items = work.csl ? listOf(work.csl.author ?? []) : [];
  return items.flatMap((item) =>
    authorsOf({ author: [item] }).map((name) => ({
      '@type': isUndivided(item) ? 'Organization' : 'Person',
      name,
    })),
  );
}

function isUndivided(name: Json): boolean {
  return typeof (name as JsonObject | null)?.literal === 'string';
}
