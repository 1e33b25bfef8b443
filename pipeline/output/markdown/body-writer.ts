import type { BlockContent, Nodes, PhrasingContent, RootContent } from 'mdast';

/** Turns nodes of an edition's tree into published ones, in the order of the text. */
export interface BodyWriter {
  /** The children of a tree's root. */
  document: (nodes: RootContent[]) => RootContent[];
  blocks: (nodes: Nodes[]) => BlockContent[];
  inline: (nodes: PhrasingContent[]) => PhrasingContent[];
}
