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
import { findEnclosed } from './find-enclosed.ts';
import { type LinkState, writeLink } from './links.ts';
import { markLanguage } from './mark-language.ts';
import { mark } from './marks.ts';
import { anchor, mergeTexts, paragraph, text } from './nodes.ts';
import { placeCalls } from './place-calls.ts';
import { type Scope, toSourceScope } from './scope.ts';
import { writeContainer } from './write-container.ts';

/** Where the writer of one text is. */
interface Body {
  scope: Scope;
  /** Of the words at hand: the source's within a gap. */
  current: Scope;
  links: LinkState;
  /**
   * Of the block at hand. pandoc knows no footnotes that are defined within a block, so that all go after it
   * (https://pandoc.org/MANUAL.html#extension-footnotes).
   */
  footnotes: RootContent[];
  /** Numbers of segments by their nodes. */
  indices: ReadonlyMap<Nodes, number>;
  /** Annotations of the segment at hand so far. */
  order: number;
}

/**
 * Makes the writer of an edition's text: annotations become links, containers become what every Markdown viewer knows,
 * headings get their anchor and number. It remembers what was mentioned, so that one writer does the whole text.
 */
export function createBodyWriter(scope: Scope): BodyWriter {
  const body: Body = {
    scope,
    current: scope,
    links: { section: '', linked: new Set(), called: new Set(), enclosed: new Set() },
    footnotes: [],
    indices: new Map(scope.edition.segments.map(({ node, segment }) => [node, segment.index])),
    order: 0,
  };
  const publish = (node: Nodes) => publishNode(node, body, writer).map(withoutPlace);
  const writer: BodyWriter = {
    document: (nodes) =>
      nodes.flatMap((node) => [...(publish(node) as RootContent[]), ...body.footnotes.splice(0)]),
    blocks: (nodes) => nodes.flatMap(publish) as BlockContent[],
    inline: (nodes) => mergeTexts(nodes.flatMap(publish) as PhrasingContent[]),
    words: (segment) => {
      body.order = 0;
      body.links.enclosed = findEnclosed(segment);
      body.links.called = new Set();
      const index = body.indices.get(segment);
      const words = placeCalls(writeWords(segment, body, writer), scope.t('edition:noteMarkerFollows'));
      return index === undefined ? words : mark({ kind: 'segment', segment: index }, words);
    },
  };
  return writer;
}

/** Where a node stood in the source, or in a translation, has no part in how it is written. */
function withoutPlace({ position: _, ...node }: Nodes): Nodes {
  return node as Nodes;
}

function writeWords(segment: SegmentNode, body: Body, writer: BodyWriter): PhrasingContent[] {
  const { scope } = body;
  if (!scope.gaps.has(segment)) return writer.inline(segment.children);
  body.current = toSourceScope(scope);
  const words = writer.inline(segment.children);
  body.current = scope;
  return markLanguage(words, scope.source.language, scope.edition);
}

function publishNode(node: Nodes, body: Body, writer: BodyWriter): Nodes[] {
  switch (node.type) {
    case 'heading':
      return writeHeading(node, body, writer);
    case 'link':
      return writeAnnotated(node, body, writer);
    case 'paragraph':
    case 'tableCell':
      return inOwnSection(body, () => [{ ...node, children: writer.words(node) }]);
    case 'containerDirective':
      return inOwnSection(body, () => writeContainer(node, body.scope, writer));
    case 'footnoteDefinition':
      body.footnotes.push({ ...node, children: writer.blocks(node.children) });
      return [];
    default:
      return 'children' in node ? inOwnSection(body, () => [publishParent(node, writer)]) : [node];
  }
}

function writeAnnotated(node: Link, body: Body, writer: BodyWriter): PhrasingContent[] {
  const own = readAddress(node.url, body.scope.vocabulary) ? body.order++ : undefined;
  const { words, calls } = writeLink(node, writer.inline(node.children), body.links, body.current);
  if (own === undefined) return words;
  return [...mark({ kind: 'annotation', order: own }, words), ...mark({ kind: 'call' }, calls)];
}

function publishParent(node: Extract<Nodes, Parents>, writer: BodyWriter): Nodes {
  return { ...node, children: writer.inline(node.children as PhrasingContent[]) } as Nodes;
}

/** A heading within a block rules only there. */
function inOwnSection<T>({ links }: Body, write: () => T): T {
  const { section } = links;
  const written = write();
  links.section = section;
  return written;
}

function writeHeading(node: Heading, { scope, links }: Body, writer: BodyWriter): (Paragraph | Heading)[] {
  const { id = '', number = '' } = scope.parts.headings.get(node) ?? {};
  links.section = id;
  const words = writer.words(node);
  const heading: Heading = {
    ...node,
    children: number ? mergeTexts([text(`${number} `), ...words]) : words,
  };
  return id ? [paragraph(anchor(id)), heading] : [heading];
}
