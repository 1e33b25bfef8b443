import type { Nodes } from 'mdast';
import type { EditionSegment, Vocabulary } from '../model.ts';

/** Something in a text that a translation keeps as it is. */
export interface InlineItem {
  kind: 'annotation' | 'link' | 'other';
  /** As an author would write it, without words, in NFC; equal items have equal forms. */
  form: string;
  node: Nodes;
  /** Whether it says something: an annotation, a cross-reference, a note. Ordinary links, code, images and breaks are words. */
  isStated: boolean;
}

/** Something that looks like a call of a footnote which the document does not have. */
const unknownNote = /\[\^[^\]\s[]+\](?!\()/g;

/** Links, notes, inline code, images, HTML and hard line breaks of a segment, in the order of the text. */
export function inlineItems(segment: EditionSegment, vocabulary: Vocabulary): InlineItem[] {
  const walk = (node: Nodes): InlineItem[] => {
    const kind = kindOf(node, vocabulary);
    const own = formsOf(node).map((form) => ({
      kind,
      form: form.normalize('NFC'),
      node,
      isStated: isStated(node, kind),
    }));
    return 'children' in node ? [...own, ...node.children.flatMap(walk)] : own;
  };
  return segment.node.children.flatMap(walk);
}

function kindOf(node: Nodes, vocabulary: Vocabulary): InlineItem['kind'] {
  if (node.type !== 'link') return 'other';
  const colon = node.url.indexOf(':');
  return colon > 0 && vocabulary.types.has(node.url.slice(0, colon)) ? 'annotation' : 'link';
}

function isStated(node: Nodes, kind: InlineItem['kind']): boolean {
  if (kind === 'annotation') return true;
  if (node.type === 'link') return node.url.startsWith('#');
  return node.type === 'footnoteReference' || node.type === 'text';
}

function formsOf(node: Nodes): string[] {
  switch (node.type) {
    case 'link':
      return [node.url];
    case 'footnoteReference':
      return [`[^${node.label ?? node.identifier}]`];
    case 'inlineCode':
      return [`\`${node.value}\``];
    case 'image':
      return [`![](${node.url})`];
    case 'html':
      return [node.value];
    case 'break':
      return ['\\'];
    case 'text':
      return node.value.match(unknownNote) ?? [];
    default:
      return [];
  }
}
