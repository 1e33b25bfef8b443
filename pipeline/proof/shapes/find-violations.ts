import type { Term } from '@rdfjs/types';
import type { QuadIndex } from './index-quads.ts';
import type { Shape } from './shape.ts';

/** A place in the data where a shape does not hold. */
export interface Violation {
  /** Address of the node that a shape was asked of. */
  node: string;
  /** Address of the property; undefined where the node itself is meant. */
  path: string | undefined;
  /** The value; undefined where there are too few or too many. */
  value: string | undefined;
  /** Name of the constraint: MinCount, Datatype, In … (https://www.w3.org/TR/shacl/#core-components). */
  constraint: string;
  /** Address of the shape. */
  shape: string;
  message: string;
}

/** Asks a shape, and the shapes of its properties, of one node. */
export function findViolations(shape: Shape, node: Term, data: QuadIndex): Violation[] {
  const { iri, path } = shape;
  const values = path === undefined ? [node] : data.objects(node, path);
  const own = shape.constraints.flatMap(({ name, findFaults }) =>
    findFaults(values, data).map(
      ({ value, message }): Violation => ({
        node: node.value,
        path,
        value: value?.value,
        constraint: name,
        shape: iri,
        message,
      }),
    ),
  );
  const within = shape.properties.flatMap((property) =>
    values.flatMap((value) => findViolations(property, value, data)),
  );
  return [...own, ...within];
}
