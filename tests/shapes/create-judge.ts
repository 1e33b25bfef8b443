import type { Quad, Term } from '@rdfjs/types';
import { Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import type { Violation } from '../../pipeline/proof/shapes/find-violations.ts';

const textOf = (term: Term | null | undefined): string | undefined => term?.value;

/** What rdf-validate-shacl finds in data, in the order and the words of validateData. */
export function createJudge(shapes: Quad[]): (data: Quad[]) => Promise<Violation[]> {
  // Checks of one node against one shape are counted, and those above fifty pass unseen (maxNodeChecks); 0 has no bound.
  const judge = new SHACLValidator(new Store(shapes), { maxNodeChecks: 0 } as { maxErrors?: number });
  return async (data) => {
    const { results } = await judge.validate(new Store(data));
    const violations = results.map(
      ({ focusNode, path, value, sourceConstraintComponent, sourceShape, message }): Violation => ({
        node: textOf(focusNode) ?? '',
        path: textOf(path),
        value: textOf(value),
        constraint: (textOf(sourceConstraintComponent) ?? '').replace(/^.*#|ConstraintComponent$/g, ''),
        shape: textOf(sourceShape) ?? '',
        message: message.map(({ value: words }) => words).join('; '),
      }),
    );
    const key = ({ node, path, constraint, value, shape }: Violation) =>
      [node, path, constraint, value, shape].join('\n');
    return violations.sort((a, b) => (key(a) === key(b) ? 0 : key(a) < key(b) ? -1 : 1));
  };
}
