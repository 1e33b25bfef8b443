import type { BlockContent, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { SegmentNode } from '../../model.ts';

/** Turns nodes of an edition's tree into published ones, in the order of the text. */
export interface BodyWriter {
  /** The children of a tree's root. */
  document: (nodes: RootContent[]) => RootContent[];
  blocks: (nodes: Nodes[]) => BlockContent[];
  inline: (nodes: PhrasingContent[]) => PhrasingContent[];
  /** The words of a segment; marked with their language where they are the source's for want of a translation. */
  words: (segment: SegmentNode) => PhrasingContent[];
}
