import type { Quad } from '@rdfjs/types';
import type { TargetedShape } from './shapes/compile-shapes.ts';
import { findViolations, type Violation } from './shapes/find-violations.ts';
import { indexQuads } from './shapes/index-quads.ts';
import { termId } from './shapes/term-id.ts';

/** Asks every shape of all the data that it is for. Sorted by node, path, constraint, value and shape. */
export function validateData(quads: Iterable<Quad>, shapes: readonly TargetedShape[]): Violation[] {
  const data = indexQuads(quads);
  const violations = shapes.flatMap(({ classes, subjectsOf, shape }) =>
    [
      ...new Map(
        [...data.instances(classes), ...data.subjectsOf(subjectsOf)].map((node) => [termId(node), node]),
      ).values(),
    ].flatMap((node) => findViolations(shape, node, data)),
  );
  const keyOf = ({ node, path, constraint, value, shape }: Violation): string =>
    [node, path, constraint, value, shape].join('\n');
  return violations
    .map((violation) => ({ violation, key: keyOf(violation) }))
    .sort(({ key: a }, { key: b }) => (a === b ? 0 : a < b ? -1 : 1))
    .map(({ violation }) => violation);
}
