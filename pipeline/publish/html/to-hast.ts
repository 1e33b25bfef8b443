import type { ElementContent, Nodes as HastNodes } from 'hast';
import { h } from 'hastscript';
import type {
  Blockquote,
  Html,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  TableCell,
} from 'mdast';
import { defaultHandlers, type Handlers, toHast as transform } from 'mdast-util-to-hast';
import type { Triple } from '../jsonld/statement-triples.ts';
import { annotate } from './annotate.ts';
import { expandIn } from './expand-in.ts';

/** What the page says besides its nodes, as JSON writes it. */
export interface HtmlWords {
  /** What an annotation says, by number of the segment and place among its annotations: "12 0". */
  triples: Record<string, readonly Triple[]>;
  /** Id of the block that a segment is, by its number. */
  ids: Record<number, string>;
  /** What the prefixes of compact IRIs stand for. */
  namespaces: Record<string, string>;
  /** Heading of the footnotes. */
  footnotes: string;
  /** What alerts are called. */
  alerts: Record<string, string>;
}

/** Nodes of a composed edition as HTML: marks become ids of their blocks and RDFa, wide tables scroll. */
export function toHast(nodes: RootContent[], words: HtmlWords): HastNodes {
  /** Segments whose block has their id. */
  const placed = new Set<number>();
  const expand = (iri: string): string => expandIn(words.namespaces, iri);
  let segment = -1;
  const handlers: Handlers = {
    marked: (state, node: Extract<Nodes, { type: 'marked' }>) => {
      const { as } = node;
      if (as.kind === 'segment') segment = as.segment;
      const children = state.all(node) as ElementContent[];
      if (as.kind === 'annotation')
        return annotate(children, words.triples[`${segment} ${as.order}`] ?? [], expand);
      const id = as.kind === 'segment' && !placed.has(as.segment) ? words.ids[as.segment] : undefined;
      return id === undefined ? children : [h('span', { id }, children)];
    },
    blockquote: (state, node: Blockquote) => {
      const { alert } = node.data ?? {};
      if (!alert) return defaultHandlers.blockquote(state, node);
      const label = h('p', [h('strong', words.alerts[alert] ?? alert)]);
      return h('aside', { className: ['alert'] }, [label, ...(state.all(node) as ElementContent[])]);
    },
    table: (state, node) =>
      h('div', { className: ['scroll'], tabIndex: 0 }, [defaultHandlers.table(state, node)]),
  };
  const root: Root = { type: 'root', children: place(nodes) as RootContent[] };
  return transform(root, {
    handlers,
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteLabel: words.footnotes,
    footnoteLabelProperties: {},
  });

  /** Gives blocks the ids of their segments, and headings those of the anchors before them. */
  function place(siblings: readonly Nodes[]): Nodes[] {
    return siblings.flatMap((node, index): Nodes[] => {
      const next = siblings[index + 1];
      if (next?.type === 'heading' && anchorIn(node) !== undefined) return [];
      if (node.type === 'heading') {
        const before = siblings[index - 1];
        const id = before && anchorIn(before);
        for (const child of node.children) if (isSegment(child)) placed.add(child.as.segment);
        return [id === undefined ? node : withId(node, id)];
      }
      if (node.type === 'paragraph' || node.type === 'tableCell') return [placeBlock(node, node)];
      if (node.type === 'listItem') return [placeItem(node)];
      return 'children' in node ? [{ ...node, children: place(node.children) } as Nodes] : [node];
    });
  }

  /** Of a list without empty lines the items' paragraphs are left out, so that the item has the id. */
  function placeItem(node: ListItem): Nodes {
    const [first, ...rest] = node.children;
    if (first?.type !== 'paragraph') return { ...node, children: place(node.children) } as Nodes;
    // Where the item has more blocks, the words of the first have an element of their own.
    const item = { ...node, children: [first, ...place(rest)] } as ListItem;
    return rest.length === 0 ? placeBlock(first, item) : item;
  }

  /** @param holder gets the id of the segment that the block is */
  function placeBlock<T extends Nodes>({ children: [first] }: Paragraph | TableCell, holder: T): T {
    if (!first || !isSegment(first)) return holder;
    const id = words.ids[first.as.segment];
    if (id === undefined) return holder;
    placed.add(first.as.segment);
    return withId(holder, id);
  }
}

function isSegment(
  node: PhrasingContent,
): node is Extract<PhrasingContent, { type: 'marked' }> & { as: { kind: 'segment'; segment: number } } {
  return node.type === 'marked' && node.as.kind === 'segment';
}

/** Id of a paragraph that is nothing but an anchor. */
function anchorIn(node: Nodes): string | undefined {
  if (node.type !== 'paragraph' || node.children.length !== 1) return undefined;
  const [only] = node.children as Html[];
  return only?.type === 'html' ? /^<span id="([^"]+)"><\/span>$/.exec(only.value)?.[1] : undefined;
}

function withId<T extends Nodes>(node: T, id: string): T {
  return { ...node, data: { ...node.data, hProperties: { id } } };
}
