import { add, literal, type Node, ref } from '../../linked/rdf/nodes.ts';

const dimensions = ['observedEntity', 'observedProperty', 'observedPeriod', 'observationNumber'] as const;

/**
 * What each observation of a cube has: dimensions, measure and attributes
 * (https://www.w3.org/TR/vocab-data-cube/#dsd-dsd).
 *
 * @param terms address that the terms of the core vocabulary begin with
 */
export function writeCubeStructure(cube: Node, terms: string): Node[] {
  const structure: Node = { '@id': `${cube['@id']}-structure`, '@type': ['qb:DataStructureDefinition'] };
  add(cube, 'qb:structure', ref(structure['@id']));
  const component = (name: string, kind: string, property: string): Node => {
    const node: Node = { '@id': `${structure['@id']}-${name}`, '@type': ['qb:ComponentSpecification'] };
    add(node, `qb:${kind}`, ref(property));
    add(structure, 'qb:component', ref(node['@id']));
    return node;
  };
  const own = dimensions.map((name, index) => {
    const node = component(name, 'dimension', `${terms}${name}`);
    add(node, 'qb:order', literal(String(index + 1), 'xsd:int'));
    return node;
  });
  const attributes = ['unitMeasure', 'obsStatus'].map((name) => {
    const node = component(name, 'attribute', `sdmx-a:${name}`);
    add(node, 'qb:componentRequired', literal('true', 'xsd:boolean'));
    return node;
  });
  return [structure, ...own, component('obsValue', 'measure', 'sdmx-m:obsValue'), ...attributes];
}
