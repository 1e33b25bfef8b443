import type { Quad } from '@rdfjs/types';
import { createTurtleWriter } from './create-turtle-writer.ts';
import { sortQuads } from './sort-quads.ts';
import { takeLists } from './take-lists.ts';

/**
 * One graph as one document of Turtle.
 *
 * @param prefixes namespaces by prefix
 */
export function writeTurtle(quads: Iterable<Quad>, prefixes: ReadonlyMap<string, string>): string {
  const { rest, lists } = takeLists(sortQuads(quads));
  // Stable: what is said of a subject keeps its order.
  return createTurtleWriter(prefixes, lists)(rest.sort(compareSubjects));
}

function compareSubjects({ subject: { value: a } }: Quad, { subject: { value: b } }: Quad): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
