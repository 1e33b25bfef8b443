import type { Quad, Term } from '@rdfjs/types';
import { Store } from 'n3';

const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const subClassOf = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';
const shacl = 'http://www.w3.org/ns/shacl#';

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
  const data = [...quads];
  const validator = new Validator(new Store(findAsked([...shapes], data)));
  const report = await validator.validate(new Store(data));
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

/**
 * Of a graph of shapes what is asked of the data: the shapes with a target among them, and all that these refer to. Most
 * projects have instances of few of the classes that there are shapes for.
 */
function findAsked(shapes: Quad[], data: Quad[]): Quad[] {
  const names = new Set([type, subClassOf]);
  const classes = new Set(
    data.flatMap(({ predicate, object }) => (names.has(predicate.value) ? object.value : [])),
  );
  const bySubject = new Map<string, Quad[]>();
  for (const quad of shapes) {
    const own = bySubject.get(quad.subject.value);
    if (own) own.push(quad);
    else bySubject.set(quad.subject.value, [quad]);
  }
  const hasTarget = ({ predicate: { value }, object }: Quad) =>
    value === `${shacl}targetClass` ? classes.has(object.value) : value.startsWith(`${shacl}target`);
  const asked = new Set(shapes.filter(hasTarget).map(({ subject }) => subject.value));
  // A set gives what is added while it is walked through.
  for (const node of asked) for (const { object } of bySubject.get(node) ?? []) asked.add(object.value);
  return [...asked].flatMap((node) => bySubject.get(node) ?? []);
}

function textOf(term: Term | null | undefined): string | undefined {
  return term?.value;
}
