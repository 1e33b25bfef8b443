import type { Iris } from '../../graph/iri.ts';
import { labelProperty } from '../../graph/label-property.ts';
import { add, type Node, ref, taggedAll } from '../../linked/rdf/nodes.ts';
import type { Entity, EntityId, EntityType, LanguageMap, Publication, Vocabulary } from '../../model.ts';
import { isObject } from '../../values/json-value.ts';
import { listOf } from '../look-up.ts';
import { readMetadata } from '../metadata.ts';
import { isGap } from '../translation-status.ts';

const skos = 'http://www.w3.org/2004/02/skos/core#';

/**
 * The concepts of a publication as one scheme: their names as preferred labels, what is narrower where it says what is broader, and which
 * of them are at the top. Concepts are the entities of types that are skos:Concept.
 * https://www.w3.org/TR/skos-reference/
 */
export function writeConcepts(
  { name, graph, editions }: Publication,
  { iris, vocabulary }: { iris: Iris; vocabulary: Vocabulary },
): Node[] {
  const concepts = [...graph.entities.values()].flatMap((entity) => {
    const type = vocabulary.types.get(entity.type);
    return type?.classes.includes(`${skos}Concept`) ? [{ entity, type }] : [];
  });
  const [first] = concepts;
  if (!first) return [];
  const scheme: Node = {
    '@id': `${iris.base}scheme/${encodeURIComponent(name)}`,
    '@type': ['skos:ConceptScheme'],
  };
  for (const edition of editions) {
    const { language } = edition;
    if (isGap(edition, 'title')) continue;
    const label = `${first.type.plural[language] ?? first.type.label[language] ?? ''}: ${readMetadata(edition).title}`;
    add(scheme, 'dct:title', ...taggedAll({ [language]: label }));
  }
  const ids = new Set(concepts.map(({ entity }) => entity.id));
  const broader = new Map<EntityId, Set<EntityId>>();
  const narrow = (wide: EntityId, part: EntityId): void => {
    if (ids.has(wide) && ids.has(part)) broader.set(part, (broader.get(part) ?? new Set()).add(wide));
  };
  for (const { entity, type } of concepts) {
    for (const part of related(entity, type, 'narrower')) narrow(entity.id, part);
    for (const wide of related(entity, type, 'broader')) narrow(wide, entity.id);
  }
  const nodes = concepts.map(({ entity, type }): Node => {
    const node: Node = { '@id': iris.entity(entity.id), '@type': [] };
    const label = entity.properties[labelProperty];
    if (isObject(label)) add(node, 'skos:prefLabel', ...taggedAll(label as LanguageMap));
    add(node, 'skos:inScheme', ref(scheme['@id']));
    const above = [...(broader.get(entity.id) ?? [])].sort();
    const given = related(entity, type, 'narrower');
    const parts = [...broader].flatMap(([part, wide]) =>
      wide.has(entity.id) && !given.includes(part) ? [part] : [],
    );
    add(node, 'skos:narrower', ...parts.map((part) => ref(iris.entity(part))));
    if (above.length > 0) return node;
    add(node, 'skos:topConceptOf', ref(scheme['@id']));
    add(scheme, 'skos:hasTopConcept', ref(node['@id']));
    return node;
  });
  return [scheme, ...nodes];
}

/** Ids of the concepts that an entity names by properties with an address of SKOS. */
function related({ properties }: Entity, type: EntityType, name: 'broader' | 'narrower'): EntityId[] {
  return [...type.properties.values()]
    .filter(({ iri }) => iri === `${skos}${name}`)
    .flatMap((property) => listOf(properties[property.name] ?? []))
    .filter((id) => typeof id === 'string');
}
