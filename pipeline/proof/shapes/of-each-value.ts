import type { Term } from '@rdfjs/types';
import type { QuadIndex } from './index-quads.ts';
import type { Constraint } from './shape.ts';

/** A constraint that each value fits or not, whatever the others are. */
export function ofEachValue(
  name: string,
  message: string,
  fits: (value: Term, data: QuadIndex) => boolean,
): Constraint {
  const findFaults: Constraint['findFaults'] = (values, data) =>
    values.filter((value) => !fits(value, data)).map((value) => ({ value, message }));
  return { name, findFaults };
}
