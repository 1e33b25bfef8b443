import type {
  BlockContent,
  Heading,
  Link,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  RootContent,
} from 'mdast';
import type { SegmentNode } from '../../model.ts';
import { readAddress } from './address.ts';
import type { BodyWriter } from './body-writer.ts';
import { type LinkState, writeLink } from './links.ts';
import { markLanguage } from './mark-language.ts';
import { mark } from './marks.ts';
import { anchor, mergeTexts, paragraph, text } from './nodes.ts';
import { type Scope, toSourceScope } from './scope.ts';
import { writeContainer } from './write-container.ts';

/**
 * Makes the writer of an edition's text: annotations become links, containers become what every Markdown viewer knows,
 * headings get their anchor and number. It remembers what was mentioned, so that one writer does the whole text.
 */
export function createBodyWriter(scope: Scope): BodyWriter {
  const state: LinkState = { section: '', linked: new Set() };
  // pandoc knows no footnotes that are defined within a block, so that all go after it
  // (https://pandoc.org/MANUAL.html#extension-footnotes).
  const footnotes: RootContent[] = [];
  /** Of the words at hand: the source's within a gap. */
  let current = scope;
  const indices = new Map<Nodes, number>(
    scope.edition.segments.map(({ node, segment }) => [node, segment.index]),
  );
  /** Annotations of the segment at hand so far. */
  let order = 0;

  const writer: BodyWriter = {
    document: (nodes) =>
      nodes.flatMap((node) => [...(publish(node) as RootContent[]), ...footnotes.splice(0)]),
    blocks: (nodes) => nodes.flatMap(publish) as BlockContent[],
    inline: (nodes) => mergeTexts(nodes.flatMap(publish) as PhrasingContent[]),
    words: (segment) => {
      order = 0;
      const index = indices.get(segment);
      const words = writeWords(segment);
      return index === undefined ? words : mark({ kind: 'segment', segment: index }, words);
    },
  };
  return writer;

  function writeWords(segment: SegmentNode): PhrasingContent[] {
    if (!scope.gaps.has(segment)) return writer.inline(segment.children);
    current = toSourceScope(scope);
    const words = writer.inline(segment.children);
    current = scope;
    return markLanguage(words, scope.source.language, scope.edition);
  }

  function publish(node: Nodes): Nodes[] {
    switch (node.type) {
      case 'heading':
        return writeHeading(node);
      case 'link':
        return writeAnnotated(node);
      case 'paragraph':
      case 'tableCell':
        return inOwnSection(() => [{ ...node, children: writer.words(node) }]);
      case 'containerDirective':
        return inOwnSection(() => writeContainer(node, scope, writer));
      case 'footnoteDefinition':
        footnotes.push({ ...node, children: writer.blocks(node.children) });
        return [];
      default:
        return 'children' in node ? inOwnSection(() => [publishParent(node)]) : [node];
    }
  }

  function writeAnnotated(node: Link): PhrasingContent[] {
    const own = readAddress(node.url, scope.vocabulary) ? order++ : undefined;
    const { words, calls } = writeLink(node, writer.inline(node.children), state, current);
    if (own === undefined) return words;
    return [...mark({ kind: 'annotation', order: own }, words), ...mark({ kind: 'call' }, calls)];
  }

  function publishParent(node: Extract<Nodes, Parents>): Nodes {
    return { ...node, children: mergeTexts(node.children.flatMap(publish) as PhrasingContent[]) } as Nodes;
  }

  /** A heading within a block rules only there. */
  function inOwnSection<T>(write: () => T): T {
    const { section } = state;
    const written = write();
    state.section = section;
    return written;
  }

  function writeHeading(node: Heading): (Paragraph | Heading)[] {
    const { id = '', number = '' } = scope.parts.headings.get(node) ?? {};
    state.section = id;
    const words = writer.words(node);
    const heading: Heading = {
      ...node,
      children: number ? mergeTexts([text(`${number} `), ...words]) : words,
    };
    return id ? [paragraph(anchor(id)), heading] : [heading];
  }
}
