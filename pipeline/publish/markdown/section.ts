import type { Heading, Paragraph } from 'mdast';
import { anchor, heading, paragraph, text } from './nodes.ts';

/**
 * A heading of the back matter with its anchor. The anchors begin with "_", which no id of an entity, a section or a box
 * does, and are the same in all editions.
 */
export function headingWithAnchor(depth: number, id: string, title: string): (Paragraph | Heading)[] {
  return [paragraph(anchor(id)), heading(depth, text(title))];
}
