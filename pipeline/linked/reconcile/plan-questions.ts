import type { EntityId, Graph, Language, Vocabulary } from '../../model.ts';

/** An entity that has no address in a dataset yet, and what it is called. */
export interface Question {
  entity: EntityId;
  label: string;
}

const sameAs = 'http://schema.org/sameAs';

/**
 * Entities with a name in a language and without an address in a dataset; notes and works apart, which have other
 * registers. Sorted by id.
 *
 * @param beginnings of the addresses in the dataset
 * @param types names of entity types; all where there is none
 */
export function planQuestions(
  graph: Graph,
  vocabulary: Vocabulary,
  {
    language,
    beginnings,
    types,
  }: { language: Language; beginnings: readonly string[]; types: readonly string[] },
): Question[] {
  return [...graph.entities.values()].flatMap((entity): Question[] => {
    const type = vocabulary.types.get(entity.type);
    if (type?.role !== 'entity' || (types.length > 0 && !types.includes(entity.type))) return [];
    const properties = [...type.properties.values()];
    const addresses = properties
      .filter(({ iri }) => iri === sameAs)
      .flatMap(({ name }) => [entity.properties[name]].flat());
    const isThere = (address: unknown) =>
      typeof address === 'string' && beginnings.some((beginning) => address.startsWith(beginning));
    if (addresses.some(isThere)) return [];
    const name = properties.find(({ term }) => term === 'name')?.name ?? 'name';
    const names = entity.properties[name];
    const label =
      typeof names === 'object' && names !== null && !Array.isArray(names) ? names[language] : undefined;
    return typeof label === 'string' && label !== '' ? [{ entity: entity.id, label }] : [];
  });
}
