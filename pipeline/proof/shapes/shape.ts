import type { Term } from '@rdfjs/types';
import type { QuadIndex } from './index-quads.ts';

/** A shape as it is asked of data (https://www.w3.org/TR/shacl/#shapes). */
export interface Shape {
  iri: string;
  /** Address of the property whose values are meant; undefined where it is the node itself. */
  path: string | undefined;
  constraints: Constraint[];
  /** Shapes of properties of each value (sh:property). */
  properties: Shape[];
}

/** One constraint of a shape. */
export interface Constraint {
  /** Name of its component without “ConstraintComponent” (https://www.w3.org/TR/shacl/#core-components). */
  name: string;
  /** What is wrong with the values of one node. */
  findFaults: (values: readonly Term[], data: QuadIndex) => Fault[];
}

export interface Fault {
  /** Undefined where the values are wrong together. */
  value?: Term;
  message: string;
}

/** How what a parameter leads to is read in the graph of shapes. */
export interface ShapeReading {
  shapeOf: (node: Term) => Shape;
  listOf: (head: Term) => Term[];
  /** Undefined where it would take longer than it may: the schema has told so. */
  matches: (pattern: string, text: string) => boolean | undefined;
}

/** Makes constraints of one parameter. */
export interface ConstraintMaker {
  /** Undefined where the parameter asks for nothing. */
  make: (parameter: Term, reading: ShapeReading) => Constraint | undefined;
  /** Whether a shape may have the parameter several times, each a constraint of its own. */
  isRepeatable?: boolean;
  /** Whether it is about the values of a property together, and only shapes of properties have it. */
  isOfValues?: boolean;
}
