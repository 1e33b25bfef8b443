import type { Iris } from '../../graph/iri.ts';
import { add, literal, type Node, ref, taggedAll } from '../../linked/rdf/nodes.ts';
import { addSayings } from '../../linked/rdf/term-nodes.ts';
import type { EntityType, Json, Language, Property, Vocabulary } from '../../model.ts';
import type { ValueShapeContext } from '../../values/data-term.ts';
import { kindOf } from '../../values/kind-of.ts';

/** What shapes are made for. */
export interface ShapeContext {
  vocabulary: Vocabulary;
  iris: Iris;
  /** A compact address in full. */
  expand: (compact: string) => string;
  /** Languages in which every required text must be. */
  complete: readonly Language[];
  /** Languages that texts may be in; undefined where they may be in any. */
  languages: readonly Language[] | undefined;
  /** The shapes of objects that were written. */
  structures: ValueShapeContext['structures'];
}

/**
 * The SHACL shape of a property of an entity type, and the shapes that it refers to
 * (https://www.w3.org/TR/shacl/). All have addresses: <base>shapes#<Type>.<property>.
 *
 * @param isShared whether another property of the type has the same address in the data: how many values there may be is
 *   not known then
 */
export function writePropertyShape(
  iri: string,
  property: Property,
  type: Pick<EntityType, 'required'>,
  isShared: boolean,
  context: ShapeContext,
): Node[] {
  const node: Node = { '@id': iri, '@type': ['sh:PropertyShape'] };
  const { limits = {}, many } = property;
  const { isTagged, shape } = kindOf(property);
  add(node, 'sh:path', ref(property.iri));
  add(node, 'sh:name', ...taggedAll(property.label));
  // A text has a value in each language.
  const least = isTagged ? context.complete.length : (limits.minItems ?? 1);
  if (type.required.includes(property.name)) add(node, 'sh:minCount', integer(Math.max(1, least)));
  const most = many ? limits.maxItems : 1;
  if (most !== undefined && !isShared && !isTagged) add(node, 'sh:maxCount', integer(most));
  const within = addSayings(
    node,
    shape(property, {
      iri,
      languages: context.languages,
      isShared,
      units: context.vocabulary.units,
      structures: context.structures,
      classOf: (name) => {
        const named = context.vocabulary.types.get(name);
        return named && !named.abstract ? ownClassOf(named) : undefined;
      },
    }),
  );
  return [node, ...within];
}

/** The class of a type that no other type has. */
export function ownClassOf(type: EntityType): string {
  return type.classes[0] ?? '';
}

export function integer(value: number): Json {
  return literal(String(value), 'xsd:integer');
}

export function list(items: Json[]): Json {
  return { '@list': items };
}
