import type { Link, Nodes, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { diagnose } from '../diagnostics/diagnose.ts';
import type {
  Annotation,
  Diagnostic,
  Edition,
  EditionSegment,
  Extraction,
  Staged,
  Vocabulary,
} from '../model.ts';
import { type Address, parseAnnotation } from './annotation.ts';
import { readStatement } from './read-statement.ts';
import type { ValueReader } from './value-reader.ts';

/**
 * Reads the annotations of an edition out of its links. Segments that show another language's words, for want of a
 * translation, say nothing about values; only what they mention is taken, and nothing is reported about them.
 * Findings: those of `parseAnnotation` and `readStatement`, mention-has-no-title, links-do-not-nest,
 * link-is-well-formed; placed where the edition's words are edited.
 */
export function extract(edition: Edition, vocabulary: Vocabulary, reader: ValueReader): Staged<Extraction> {
  const value: Extraction = { language: edition.language, mentions: [], statements: [], blanks: [] };
  const diagnostics: Diagnostic[] = [];
  for (const segment of edition.segments) {
    const isOwn = segment.state === 'source' || segment.state === 'translated';
    const findings: Diagnostic[] = [];
    let order = 0;
    visitParents(segment.node, (node, parents) => {
      if (node.type === 'text') findings.push(...checkLiteralLink(node, parents, segment, vocabulary));
      if (node.type !== 'link') return;
      const address = parseAnnotation(node.url, vocabulary);
      if (address.kind === 'mistake') {
        findings.push(diagnose(address.rule, segment.locate(node), shorten(address.values)));
      } else if (address.kind !== 'ordinary') {
        findings.push(...take(node, address, segment, order++, isOwn));
      }
    });
    if (isOwn) diagnostics.push(...findings);
  }
  return { value, diagnostics };

  function take(
    link: Link,
    address: Address & { kind: 'mention' | 'property' },
    { segment, locate }: EditionSegment,
    order: number,
    isOwn: boolean,
  ): Diagnostic[] {
    const annotation: Annotation = {
      entity: address.entity,
      path: undefined,
      title: link.title || undefined,
      words: plainText(link).replace(/\s+/g, ' ').trim(),
      language: edition.language,
      segment: segment.index,
      order,
      location: locate(link),
    };
    const { title, words, location, entity } = annotation;
    if (address.kind === 'mention') {
      const isCitation = address.type.role === 'bibliography';
      value.mentions.push({ ...annotation, locator: isCitation ? title : undefined });
      if (title === undefined || isCitation) return [];
      return [diagnose('mention-has-no-title', location, shorten({ entity, title }))];
    }
    const { path, property } = address;
    if (words === '' && title === undefined) {
      value.blanks.push({ ...annotation, path });
      return [];
    }
    if (!isOwn && (title === undefined || property.kind === 'text')) return [];
    const read = readStatement({ words, title }, property, vocabulary, reader);
    if (read.value !== undefined) {
      value.statements.push({ ...annotation, path, kind: property.kind, value: read.value });
      if (property.kind === 'entity' && typeof read.value === 'string') {
        value.mentions.push({ ...annotation, entity: read.value, title: undefined, locator: undefined });
      }
    }
    return read.problems.map(({ rule, values }) =>
      diagnose(rule, location, { property: path, ...shorten(values) }),
    );
  }
}

/** An annotation that stayed text: one around another link, or one whose address or title is not closed or has spaces. */
function checkLiteralLink(
  node: Text,
  parents: Nodes[],
  { locate }: EditionSegment,
  vocabulary: Vocabulary,
): Diagnostic[] {
  const match = /(?:\[[^\][]*)?\]\(\s*<?([A-Za-z][A-Za-z0-9]*):[^\s)]*[^)\n]{0,20}\)?/.exec(node.value);
  if (!match?.[1] || !vocabulary.types.has(match[1])) return [];
  const parent = parents.at(-1);
  const siblings: Nodes[] = parent && 'children' in parent ? parent.children : [];
  const before = siblings.slice(0, siblings.indexOf(node));
  const isAround = before.some(({ type }) => type === 'link') && match[0].startsWith(']');
  const rule = isAround ? 'links-do-not-nest' : 'link-is-well-formed';
  const location = locate(sliceText(node, match.index, match[0].length));
  return [diagnose(rule, location, shorten({ found: match[0] }))];
}

/** Part of a text node, in place; the whole node where escapes or line breaks hide which part of the file it is. */
function sliceText(node: Text, from: number, length: number): Text {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined || start.line !== end.line) return node;
  if (end.offset - start.offset !== node.value.length) return node;
  const shift = (by: number) => ({
    line: start.line,
    column: start.column + by,
    offset: (start.offset ?? 0) + by,
  });
  return {
    type: 'text',
    value: node.value.slice(from, from + length),
    position: { start: shift(from), end: shift(from + length) },
  };
}

/** Longest piece of an author's text in a message, in UTF-16 code units. */
const shownMax = 80;

function shorten(values: Diagnostic['values']): Diagnostic['values'] {
  const short = (value: string | number): string | number =>
    typeof value === 'string' && value.length > shownMax ? `${value.slice(0, shownMax)}…` : value;
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, short(value)]));
}
