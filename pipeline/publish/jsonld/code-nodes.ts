import { add, literal, type Node, ref, taggedAll } from '../../linked/rdf/nodes.ts';
import type { EntityType, Property, Publication, Vocabulary } from '../../model.ts';
import { listOf } from '../look-up.ts';
import { codeAddresses } from '../ontology/code-addresses.ts';
import type { ValueContext } from './values.ts';

/**
 * The codes of entities as concepts, with their labels in each language: what a code means is in the data, and not only in the
 * vocabulary, which has the whole lists.
 */
export function writeCodedValues({ graph }: Publication, { iris, vocabulary }: ValueContext): Node[] {
  const codes = new Map<string, Node>();
  const coded = [...graph.entities.values()].flatMap(({ id, type: name, properties }): Node[] => {
    const type = vocabulary.types.get(name);
    if (!type) return [];
    const node: Node = { '@id': iris.entity(id), '@type': [] };
    for (const property of type.properties.values()) {
      const addresses = codeAddresses(declarer(type, property, vocabulary), property, iris);
      for (const code of listOf(properties[property.name] ?? [])) {
        const labels = typeof code === 'string' ? property.codes.get(code) : undefined;
        if (typeof code !== 'string' || !labels) continue;
        const concept: Node = { '@id': addresses.code(code), '@type': ['skos:Concept'] };
        add(concept, 'skos:prefLabel', ...taggedAll(labels));
        add(concept, 'skos:notation', literal(code));
        add(concept, 'skos:inScheme', ref(addresses.scheme));
        codes.set(concept['@id'], concept);
        add(node, 'tinkuy:codedAs', ref(concept['@id']));
      }
    }
    return node['tinkuy:codedAs'] === undefined ? [] : [node];
  });
  return [...coded, ...codes.values()];
}

/** The type that a property is inherited from. */
function declarer(type: EntityType, property: Property, { types }: Vocabulary): EntityType {
  const owners = type.supertypes.flatMap((name) => types.get(name) ?? []);
  return owners.findLast(({ properties }) => properties.get(property.name) === property) ?? type;
}
