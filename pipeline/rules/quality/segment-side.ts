import type { Nodes, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { EditionSegment, Location, Property, Vocabulary } from '../../model.ts';
import { isPosition } from '../../values/is-position.ts';
import { kindOf } from '../../values/kind-of.ts';
import type { SegmentSide } from './quality-rule.ts';

/** Stands for a code without words (https://www.unicode.org/charts/PDF/UFFF0.pdf, "object replacement character"). */
const codeMark = '\uFFFC';

/** A text node and where its value begins in the plain text; `node` undefined for what is not a text. */
interface TextRun {
  start: number;
  length: number;
  node: Nodes;
}

/** Reads the plain text of a segment, with the way back to the file where it is edited. */
export function readSide(edition: EditionSegment, vocabulary: Vocabulary): SegmentSide {
  const runs: TextRun[] = [];
  const links: SegmentSide['links'] = [];
  let text = '';
  const add = (value: string, node: Nodes): void => {
    runs.push({ start: text.length, length: value.length, node });
    text += value;
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'text') add(node.value.replace(/\s/g, ' '), node);
    else if (node.type === 'break') add(' ', node);
    else if (!('children' in node)) add(codeMark, node);
    else {
      const start = text.length;
      if (node.children.length === 0) add(codeMark, node);
      for (const child of node.children) walk(child);
      if (node.type === 'link') {
        const words = plainText(node).replace(/\s+/g, ' ');
        links.push({ start, end: text.length, url: node.url, title: node.title ?? undefined, words });
      }
    }
  };
  for (const child of edition.node.children) walk(child);
  return {
    edition,
    node: edition.node,
    text,
    links,
    codes: runs
      .filter(({ node }) => node.type === 'inlineCode' || isBlank(node))
      .map(({ start, length }) => ({ start, end: start + length })),
    stated: links.filter((link) => isStated(link, vocabulary)).map(({ start, end }) => ({ start, end })),
    locate: (start, end) => locateRange(edition, runs, start, Math.max(end, start + 1)),
  };
}

/** Whether the pipeline writes the words of a link. */
function isBlank(node: Nodes): boolean {
  return node.type === 'link' && node.children.length === 0;
}

function isStated({ url, title }: SegmentSide['links'][number], vocabulary: Vocabulary): boolean {
  const [address = '', path] = url.split('#', 2);
  const type = vocabulary.types.get(address.slice(0, address.indexOf(':')));
  if (!type || path === undefined || title !== undefined) return false;
  let property: Property | undefined;
  for (const name of path.split('.'))
    if (!isPosition(name)) property = (property?.parts ?? type.properties).get(name);
  return !property || !kindOf(property).isTagged;
}

function locateRange(edition: EditionSegment, runs: TextRun[], start: number, end: number): Location {
  const first = runs.findLast((run) => run.start <= start) ?? runs[0];
  const last = runs.findLast((run) => run.start < end) ?? first;
  if (!first || !last) return edition.locate(edition.node);
  const from = edition.locate(partOf(first, start - first.start, first.length));
  const to = edition.locate(partOf(last, 0, end - last.start));
  return { path: from.path, start: from.start, end: to.end };
}

/** Part of a text node, in place; the whole node where escapes hide which part of the file it is. */
function partOf({ node, length }: TextRun, from: number, to: number): Nodes {
  const { start, end } = node.position ?? {};
  if (node.type !== 'text' || start?.offset === undefined || end?.offset === undefined) return node;
  if (end.offset - start.offset !== length || (start.line !== end.line && node.value.includes('\n')))
    return node;
  const shift = (by: number) => ({
    line: start.line,
    column: start.column + by,
    offset: (start.offset ?? 0) + by,
  });
  const part: Text = { type: 'text', value: node.value.slice(from, to) };
  return { ...part, position: { start: shift(Math.min(from, length)), end: shift(Math.min(to, length)) } };
}
