import type { Nodes, Parent, PhrasingContent, Root } from 'mdast';
import { mergeTexts } from './nodes.ts';

/**
 * Words of a composed edition, and what they are: a segment; an annotation of it, by its place among the segment's
 * annotations; the call of a note, which is no word of the text. No syntax: Markdown is written without marks.
 */
export interface Marked extends Parent {
  type: 'marked';
  as: { kind: 'segment'; segment: number } | { kind: 'annotation'; order: number } | { kind: 'call' };
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    marked: Marked;
  }
  interface RootContentMap {
    marked: Marked;
  }
}

/** None where there are no words. */
export function mark(as: Marked['as'], children: PhrasingContent[]): PhrasingContent[] {
  return children.length === 0 ? [] : [{ type: 'marked', as, children }];
}

/** The tree without marks, the words in their place. */
export function withoutMarks(root: Root): Root {
  return unwrap(root)[0] as Root;
}

function unwrap(node: Nodes): Nodes[] {
  if (!('children' in node)) return [node];
  const children = mergeTexts(node.children.flatMap(unwrap) as PhrasingContent[]);
  return node.type === 'marked' ? children : [{ ...node, children } as Nodes];
}
