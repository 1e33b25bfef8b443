import type { Quad, Term } from '@rdfjs/types';
import { Store } from 'n3';

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

/** Asks every shape of all the data that it is for. Sorted by node, path and constraint. */
export async function validateData(quads: Iterable<Quad>, shapes: Iterable<Quad>): Promise<Violation[]> {
  const { default: Validator } = await import('rdf-validate-shacl');
  const validator = new Validator(new Store([...shapes]));
  const report = await validator.validate(new Store([...quads]));
  const violations = report.results.map(
    ({ focusNode, path, value, sourceConstraintComponent, sourceShape, message }) => ({
      node: textOf(focusNode) ?? '',
      path: textOf(path),
      value: textOf(value),
      constraint: (textOf(sourceConstraintComponent) ?? '').replace(/^.*#|ConstraintComponent$/g, ''),
      shape: textOf(sourceShape) ?? '',
      message: message.map(({ value: words }) => words).join('; '),
    }),
  );
  const key = ({ node, path, constraint, value }: Violation) => [node, path, constraint, value].join('\n');
  return violations.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function textOf(term: Term | null | undefined): string | undefined {
  return term?.value;
}
