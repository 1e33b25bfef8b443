import type { Nodes, Root, RootContent } from 'mdast';
import type { Document, Json, Segment, SegmentKind, SegmentNode, Staged } from '../model.ts';
import { headingIds } from './heading-ids.ts';
import { createLocator } from './locator.ts';
import { sliceSegment } from './slice-segment.ts';

export { headingIds } from './heading-ids.ts';

/** Key paths of schemas/front-matter.json that are marked x-translatable; `*` stands for every item of a list. */
const translatableKeys: readonly string[] = [
  'title',
  'subtitle',
  'abstract',
  'keywords/*',
  'authors/*/affiliation',
  'licence/statement',
  'basedOn/role',
];

/**
 * All segments of a document in order: the translatable front matter, then the body.
 */
export function segmentDocument(
  document: Document,
  translatable: readonly string[] = translatableKeys,
): Staged<Segment[]> {
  const segments: Segment[] = [];
  for (const [key, text] of translatable.flatMap((path) =>
    listTexts(document.frontMatter.value, path.split('/')),
  )) {
    segments.push({
      index: segments.length,
      kind: 'front-matter',
      markdown: text.trim().replace(/\s*\n\s*/g, ' '),
      location: document.frontMatter.locate(key),
      section: '',
      node: undefined,
      key,
    });
  }
  const locator = createLocator(document.path, document.text);
  const quotationMarks = new Set(document.quotationMarks);
  visitSegments(document.tree, (node, kind, section) => {
    const start = node.children[0]?.position?.start.offset ?? 0;
    const end = node.children.at(-1)?.position?.end.offset ?? start;
    segments.push({
      index: segments.length,
      kind,
      markdown: sliceSegment(document.text, node, { start, end }, quotationMarks),
      location: locator.range(start, end),
      section,
      node,
      key: undefined,
    });
  });
  return { value: segments, diagnostics: [] };
}

/** The non-empty strings at a path with `*`, with their paths. */
function listTexts(
  value: Json | undefined,
  steps: string[],
  path: string[] = [],
): [path: string, text: string][] {
  const [step, ...rest] = steps;
  if (step === undefined) {
    return typeof value === 'string' && value.trim() !== '' ? [[path.join('/'), value]] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (step === '*') {
    return Array.isArray(value)
      ? value.flatMap((item, index) => listTexts(item, rest, [...path, `${index}`]))
      : [];
  }
  if (Array.isArray(value) || !Object.hasOwn(value, step)) return [];
  return listTexts(value[step], rest, [...path, step]);
}

/**
 * Calls `visit` for every node of a tree whose children are a segment, in document order; nodes without children, and
 * those with nothing but code or HTML, are none. `section` is the id of the section that the node stands in; a heading stands in its own, and a heading
 * inside a container rules only there. The same for the source and for editions made from it.
 */
export function visitSegments(
  tree: Root,
  visit: (node: SegmentNode, kind: SegmentKind, section: string) => void,
): void {
  const ids = headingIds(tree);
  const walk = (nodes: Nodes[], kind: SegmentKind, outer: string): void => {
    let section = outer;
    for (const node of nodes) {
      if (node.type === 'heading') section = ids.get(node) ?? section;
      if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
        if (node.children.length > 0 && !isCode(node)) visit(node, kindOf(node, kind), section);
      } else if ('children' in node) {
        walk(node.children as RootContent[], kindInside(node, kind), section);
      }
    }
  };
  walk(tree.children, 'paragraph', '');
}

/** Whether there is nothing to translate: code or HTML, and signs around it. */
function isCode({ children }: SegmentNode): boolean {
  const isSign = (child: Nodes) => child.type === 'text' && !/[\p{L}\p{N}]/u.test(child.value);
  const isOpaque = (child: Nodes) => child.type === 'inlineCode' || child.type === 'html';
  return children.some(isOpaque) && children.every((child) => isOpaque(child) || isSign(child));
}

function kindOf(node: SegmentNode, kind: SegmentKind): SegmentKind {
  if (node.type === 'heading') return 'heading';
  if (node.type === 'tableCell') return 'cell';
  return node.data && 'directiveLabel' in node.data && node.data.directiveLabel ? 'caption' : kind;
}

function kindInside(node: Nodes, kind: SegmentKind): SegmentKind {
  switch (node.type) {
    case 'listItem':
      return 'item';
    case 'blockquote':
      return node.data?.alert ? kind : 'quotation';
    case 'footnoteDefinition':
      return 'footnote';
    case 'containerDirective':
      return node.name === 'quote' ? 'quotation' : kind;
    default:
      return kind;
  }
}
