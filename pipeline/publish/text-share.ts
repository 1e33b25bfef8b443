import type { TermUse } from '../graph/vocabulary-in-use.ts';
import type { Node } from '../linked/rdf/nodes.ts';
import type { EntityId, OutputFile } from '../model.ts';

/** What the outputs of a project are joined from, as one publication gives it. JSON can write it, but for the texts of the files. */
export interface TextShare {
  /** What of the vocabulary its data use. */
  use: TermUse;
  /** Terms of the context that its JSON-LD carries. */
  terms: string[];
  /** Sorted by entity. */
  entities: EntityFiles[];
  /** Undefined where its description has none. */
  dataset: SharedDataset | undefined;
}

/** The data of a publication, as a member of those of the project. */
export interface SharedDataset {
  /** Of the publication. */
  name: string;
  /** Address of its graph among those of the others. */
  graph: string;
  /** What its own description says first of it: class, title, dates, rights, page. */
  node: Node;
  ntriples: OutputFile;
}

/** The documents of an entity as one publication has them: those that are published where no other speaks of it. */
export interface EntityFiles {
  entity: EntityId;
  turtle: OutputFile;
  jsonld: OutputFile;
}
