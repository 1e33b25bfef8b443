import { classTerm } from '../../graph/class-term.ts';
import { add, type Node, ref, taggedAll } from '../../linked/rdf/nodes.ts';
import type { EntityType, Property } from '../../model.ts';
import { kindOf } from '../../values/kind-of.ts';
import { integer, list, ownClassOf, type ShapeContext, writePropertyShape } from './property-shape.ts';

/** The SHACL shape of an entity type, with those of its properties; none of an abstract type. */
export function writeTypeShape(type: EntityType, context: ShapeContext): Node[] {
  if (type.abstract) return [];
  const { iris } = context;
  const target = ownClassOf(type);
  const iri = `${iris.base}shapes#${classTerm(type.name)}`;
  const shape: Node = { '@id': iri, '@type': ['sh:NodeShape'] };
  add(shape, 'sh:targetClass', ref(target));
  add(shape, 'rdfs:label', ...taggedAll(type.label));
  add(shape, 'sh:nodeKind', ref('sh:IRI'));
  // What a note speaks about leads to values, of which it is written with their own addresses.
  const properties = [...type.properties.values()].filter(
    (property) => type.role !== 'note' || kindOf(property).refersTo !== 'place',
  );
  const nodes = [shape];
  for (const property of properties) {
    const own = `${iri}.${property.name}`;
    const isShared = properties.some((other) => other !== property && other.iri === property.iri);
    add(shape, 'sh:property', ref(own));
    // Works have their titles in languages of their own, and in one.
    const isTitle = type.role === 'bibliography' && property.csl === 'title';
    const within = isTitle
      ? { ...context, complete: context.complete.slice(0, 1), languages: undefined }
      : context;
    nodes.push(...writePropertyShape(own, property, type, isShared, within));
    const least = property.limits?.minItems ?? 0;
    if (least > 1 && !type.required.includes(property.name))
      nodes.push(...writeNoneOr(shape, own, property, least));
  }
  return nodes;
}

/** No value, or at least so many. */
function writeNoneOr(shape: Node, iri: string, property: Property, least: number): Node[] {
  const choose = (name: string, term: string, count: number): Node => {
    const node: Node = { '@id': `${iri}.${name}`, '@type': ['sh:PropertyShape'] };
    add(node, 'sh:path', ref(property.iri));
    add(node, term, integer(count));
    return node;
  };
  const nodes = [choose('none', 'sh:maxCount', 0), choose('enough', 'sh:minCount', least)];
  add(shape, 'sh:or', list(nodes.map((node) => ref(node['@id']))));
  return nodes;
}
