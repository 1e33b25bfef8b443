import type { Html, Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Position } from 'unist';
import { addTo } from '../values/add-to.ts';

/** What a file of a published edition says apart from its words, read from the Markdown that readers get. */
export interface BuiltEdition {
  sections: BuiltSection[];
}

/** From one heading with an anchor to the next; the first, before any heading, has the id ''. */
export interface BuiltSection {
  id: string;
  node: BuiltPlace;
  /** Blocks and their sizes: "p table3×4 list(p p)". */
  shape: string;
  anchors: BuiltAnchor[];
  links: BuiltLink[];
  /** Notes, inline code and images, as typed. */
  others: { form: string; node: BuiltPlace }[];
}

/** Where something stands: a node without what is in it, so that all of it is kept in little. */
export interface BuiltPlace {
  type: Nodes['type'];
  position?: Position | undefined;
}

export interface BuiltAnchor {
  id: string;
  node: BuiltPlace;
  /** Plain text after the anchor, to the end of its block; without links to `skipped` anchors. */
  textAfter: string;
}

export interface BuiltLink {
  url: string;
  words: string;
  node: BuiltPlace;
}

/** Anchors of the back matter begin with "_"; everything else is the text of the publication. */
export function isBackMatter(section: BuiltSection): boolean {
  return section.id.startsWith('_');
}

/** Sorts what a parsed edition holds into its sections. */
export function readBuiltEdition(tree: Root): BuiltEdition {
  const sections: BuiltSection[] = [];
  const open = (id: string, node: Nodes): BuiltSection => {
    const section: BuiltSection = { id, node: placeOf(node), shape: '', anchors: [], links: [], others: [] };
    sections.push(section);
    return section;
  };
  let current = open('', tree);
  const shapes = new Map<BuiltSection, string[]>();
  tree.children.forEach((block, index) => {
    const id = loneAnchor(block);
    if (id !== undefined && tree.children[index + 1]?.type === 'heading') current = open(id, block);
    collect(block, current);
    addTo(shapes, current, shapeOf(block));
  });
  for (const section of sections) section.shape = (shapes.get(section) ?? []).join(' ');
  return { sections };
}

function loneAnchor(block: Nodes): string | undefined {
  if (block.type !== 'paragraph' || block.children.some(({ type }) => type !== 'html')) return undefined;
  return block.children.flatMap((child) => anchorIds(child as Html))[0];
}

function anchorIds(node: Html): string[] {
  return [...node.value.matchAll(/<span id="([^"]*)">/g)].map((match) => match[1] ?? '');
}

function placeOf({ type, position }: Nodes): BuiltPlace {
  return position ? { type, position } : { type };
}

function collect(node: Nodes, section: BuiltSection): void {
  if (node.type === 'link') section.links.push({ url: node.url, words: wordsOf(node), node: placeOf(node) });
  else if (node.type === 'footnoteReference')
    section.others.push({ form: `[^${node.identifier}]`, node: placeOf(node) });
  else if (node.type === 'inlineCode')
    section.others.push({ form: `\`${node.value}\``, node: placeOf(node) });
  else if (node.type === 'image') section.others.push({ form: `![](${node.url})`, node: placeOf(node) });
  if (!('children' in node)) {
    if (node.type === 'html')
      for (const id of anchorIds(node)) section.anchors.push({ id, node: placeOf(node), textAfter: '' });
    return;
  }
  node.children.forEach((child, index) => {
    const ids = child.type === 'html' ? anchorIds(child) : [];
    if (ids.length === 0) {
      collect(child, section);
      return;
    }
    const textAfter = node.children
      .slice(index + 1)
      .map(wordsOf)
      .join('');
    for (const id of ids)
      section.anchors.push({ id, node: placeOf(child), textAfter: textAfter.replace(/\s+/g, ' ').trim() });
  });
}

/** Words of a node as a reader sees them, in one line. */
function wordsOf(node: Nodes): string {
  return plainText(node, { includeHtml: false }).replace(/\s+/g, ' ');
}

function shapeOf(node: Nodes): string {
  switch (node.type) {
    case 'paragraph':
      return 'p';
    case 'heading':
      return `h${node.depth}`;
    case 'table':
      return `table${node.children.length}×${node.children[0]?.children.length ?? 0}`;
    case 'list':
      return `${node.ordered ? 'numbered' : 'list'}(${node.children.map(shapeOf).join(' ')})`;
    case 'listItem':
      return node.children.map(shapeOf).join('+');
    case 'blockquote':
      return `quote(${node.children.map(shapeOf).join(' ')})`;
    case 'footnoteDefinition':
      return `[^${node.identifier}](${node.children.map(shapeOf).join(' ')})`;
    default:
      return node.type;
  }
}
