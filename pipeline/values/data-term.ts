import type { EntityId, Json, Language, Property, Unit } from '../model.ts';

/**
 * What a property leads to in the data: a literal, an address, a list, or a node of its own. Names of properties, classes
 * and datatypes may be compact, with the prefixes of schemas/prefixes.json.
 */
export type DataTerm =
  | { value: string; datatype?: string }
  | { text: string; language: Language }
  | { iri: string }
  | { list: DataTerm[] }
  | DataNode;

/** A node and what is said of it. */
export interface DataNode {
  node: string;
  classes: string[];
  says: DataSaying[];
}

/** A property and what it leads to; nothing is said where it leads to nothing. */
export type DataSaying = [property: string, ...objects: DataTerm[]];

/** What writing a value into the data needs. */
export interface DataContext {
  /** Address of the value, if it is a node of its own. */
  iri: string;
  /** The entity that has it. */
  about: EntityId;
  iris: { entity: (id: EntityId) => string; target: (target: string) => string };
  units: Map<string, Unit>;
  /** A part of the value, with its own address. */
  part: (value: Json, part: Property, iri: string) => DataTerm[];
}

/** What writing a shape needs. */
export interface ValueShapeContext {
  /** Address of the property's shape; shapes within it begin with it. */
  iri: string;
  /** Languages that texts may be in; undefined where they may be in any. */
  languages: readonly Language[] | undefined;
  /** Whether another property of the type has the same address in the data. */
  isShared: boolean;
  units: Map<string, Unit>;
  /**
   * Shapes of objects: what their addresses begin with, those that are being written, and those that were. Who writes the shapes of
   * a vocabulary gives one to all.
   */
  structures: { base: string; open: Set<string>; done: Set<string> };
  /** The class that entities of a type have; undefined for a type that no entity has. */
  classOf: (type: string) => string | undefined;
}

/** A column of a table, with one literal in a cell. */
export interface ValueColumn {
  /** The name that its words are under (locales/<language>/edition.json, "observations"). */
  name: string;
  /** As CSV on the Web has it (https://www.w3.org/TR/tabular-metadata/#built-in-datatypes). */
  datatype: string;
  /** IRI of the property that a cell has the value of. */
  property: string;
}
