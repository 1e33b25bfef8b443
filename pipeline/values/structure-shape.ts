import type { Property } from '../model.ts';
import type { DataNode, DataSaying, ValueShapeContext } from './data-term.ts';
import { count } from './literal-shape.ts';
import type { AsksKind } from './value-kind.ts';

/**
 * The shape of an object: each part with its values. The same object is described once, and referred to. Where it holds itself, the
 * inner one is only said to be a node: SHACL leaves open what a shape that leads back to itself means.
 */
export function structureShape(
  property: Property,
  context: ValueShapeContext,
  kindOf: AsksKind,
): DataSaying[] {
  const { structure, parts } = property;
  const isNode: DataSaying = ['sh:nodeKind', { iri: 'sh:IRI' }];
  if (!structure || context.structures.open.has(structure.name)) return [isNode];
  const iri = `${context.structures.base}_${structure.name}`;
  if (context.structures.done.has(structure.name)) return [isNode, ['sh:node', { iri }]];
  context.structures.open.add(structure.name);
  const all = [...parts.values()];
  const says = all.map((part): DataSaying => {
    const own = `${iri}.${encodeURIComponent(part.name)}`;
    const isShared = all.some((other) => other !== part && other.iri === part.iri);
    const node: DataNode = {
      node: own,
      classes: ['sh:PropertyShape'],
      says: [
        ['sh:path', { iri: part.iri }],
        ...(structure.required.includes(part.name) && part.nullable !== true && !kindOf(part).isTagged
          ? ([['sh:minCount', count(1)]] satisfies DataSaying[])
          : []),
        ...(part.many || isShared || kindOf(part).isTagged
          ? []
          : ([['sh:maxCount', count(1)]] satisfies DataSaying[])),
        // What has the address of another part may be what that one is.
        ...(isShared ? [] : kindOf(part).shape(part, { ...context, iri: own, isShared })),
      ],
    };
    return ['sh:property', node];
  });
  context.structures.open.delete(structure.name);
  context.structures.done.add(structure.name);
  return [isNode, ['sh:node', { node: iri, classes: ['sh:NodeShape'], says }]];
}
