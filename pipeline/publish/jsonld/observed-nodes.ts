import type { Node } from '../../linked/rdf/nodes.ts';
import type { Json } from '../../model.ts';
import { listOf } from '../look-up.ts';

/** What an entity that is an observation says of what it observed: of what, which of its properties, and by whom. */
const told = [
  ['schema:observationAbout', 'dct:subject', 'http://purl.org/dc/terms/subject'],
  ['schema:measuredProperty', 'schema:measuredProperty', 'http://schema.org/measuredProperty'],
  ['prov:hadPrimarySource', 'prov:hadPrimarySource', 'http://www.w3.org/ns/prov#hadPrimarySource'],
] as const;

/**
 * The nodes, with measurements of entities that are observations themselves told to be about what was observed: the value of an
 * observation of a port is about the port. A source of its own the measurement keeps.
 */
export function observeSubjects(nodes: readonly Node[]): Node[] {
  const byId = new Map(nodes.map((node) => [node['@id'], node]));
  return nodes.map((node) => {
    const [about] = listOf(node['schema:observationAbout'] ?? []);
    const observation = node['schema:value'] === undefined ? undefined : byId.get(idOf(about));
    const found = told.map(
      ([own, ...keys]) => [own, keys.flatMap((key) => listOf(observation?.[key] ?? []))] as const,
    );
    const [subject, indicator, source] = found;
    if (!subject?.[1].length || !indicator?.[1].length) return node;
    const changed: Node = {
      ...node,
      [subject[0]]: subject[1].slice(0, 1),
      [indicator[0]]: indicator[1].slice(0, 1),
    };
    if (source?.[1].length && node[source[0]] === undefined) changed[source[0]] = source[1];
    return changed;
  });
}

function idOf(value: Json | undefined): string {
  const id = typeof value === 'object' && value !== null && !Array.isArray(value) ? value['@id'] : value;
  return typeof id === 'string' ? id : '';
}
