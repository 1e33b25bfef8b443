import type { Nodes, Text } from 'mdast';
import type { Edition } from '../../model.ts';
import { writeMark } from './marks.ts';

/** An edition in whose texts marks tell where words of a segment begin. */
export interface MarkedEdition {
  edition: Edition;
  /** Number of the mark before each text node of the segments of the edition that was marked. */
  marks: Map<Nodes, number>;
  /** Index in Edition.segments of the segment that each mark stands in. */
  segments: number[];
}

/**
 * Puts a mark before every text of every segment. Published like any edition, it shows which words come from which
 * segment, whatever the writer does with them; words without a mark of their own are the writer's.
 */
export function markWords(edition: Edition): MarkedEdition {
  // Together, so that the segments' nodes are still those of the tree.
  const copy = structuredClone({ tree: edition.tree, nodes: edition.segments.map(({ node }) => node) });
  const marks = new Map<Nodes, number>();
  const segments: number[] = [];
  edition.segments.forEach(({ node }, index) => {
    const copied = copy.nodes[index] ?? node;
    const copies = textsOf(copied);
    textsOf(node).forEach((text, order) => {
      const number = segments.push(index) - 1;
      marks.set(text, number);
      const own = copies[order];
      if (own) own.value = writeMark(number) + own.value;
    });
  });
  const marked = edition.segments.map((segment, index) => ({
    ...segment,
    node: copy.nodes[index] ?? segment.node,
  }));
  return { edition: { ...edition, tree: copy.tree, segments: marked }, marks, segments };
}

/** All texts within a node but those of links without words, for which the writer has its own. */
function textsOf(node: Nodes): Text[] {
  if (node.type === 'text') return [node];
  if (!('children' in node) || isBlank(node)) return [];
  return node.children.flatMap(textsOf);
}

/** Whether a link's words are the writer's to give; white space is no words. */
export function isBlank(node: Nodes): boolean {
  if (node.type !== 'link') return false;
  return node.children.every((child) => child.type === 'text' && child.value.trim() === '');
}
