import type { Image, Link, Nodes, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import type {
  Annotation,
  Diagnostic,
  Edition,
  EditionSegment,
  Extraction,
  Staged,
  Vocabulary,
} from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import type { RuleId } from '../rules/rules.ts';
import { unsafeScheme } from '../values/iri-scheme.ts';
import { kindOf } from '../values/kind-of.ts';
import type { ValueReader } from '../values/value-reader.ts';
import { type LinkAddress, parseAnnotation } from './annotation.ts';
import { readStatement } from './read-statement.ts';

/**
 * Reads the annotations of an edition out of its links. Segments that show another language's words, for want of a
 * translation, say nothing about values; only what they mention is taken, and nothing is reported about them.
 * Findings: those of `parseAnnotation` and `readStatement`, mention-has-no-title, links-do-not-nest,
 * link-is-well-formed, link-is-inline, iri-scheme-is-safe; placed where the edition's words are edited.
 */
export function extract(edition: Edition, vocabulary: Vocabulary, reader: ValueReader): Staged<Extraction> {
  const value: Extraction = { language: edition.language, mentions: [], statements: [], blanks: [] };
  const diagnostics: Diagnostic[] = [];
  for (const segment of edition.segments) {
    const isOwn = segment.state === 'source' || segment.state === 'translated';
    const findings: Diagnostic[] = [];
    let order = 0;
    visitParents(segment.node, (node, parents) => {
      if (node.type === 'image') findings.push(...checkImage(node, segment, vocabulary));
      if (node.type === 'image' || node.type === 'link')
        findings.push(...checkScheme(node, segment, vocabulary));
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
    address: LinkAddress & { kind: 'mention' | 'property' },
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
    // An autolink, whose words would print the address.
    if (words === link.url) return [diagnose('link-is-inline', location, shorten({ found: `<${words}>` }))];
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
    if (!isOwn && (title === undefined || kindOf(property).isTagged)) return [];
    const read = readStatement({ words, title }, property, vocabulary, reader);
    if (read.value !== undefined) {
      value.statements.push({ ...annotation, path, kind: property.kind, value: read.value });
      if (kindOf(property).refersTo === 'entity' && typeof read.value === 'string') {
        value.mentions.push({ ...annotation, entity: read.value, title: undefined, locator: undefined });
      }
    }
    return read.problems.map(({ rule, values }) =>
      diagnose(rule, location, { property: path, ...shorten(values) }),
    );
  }
}

/** An image whose address names an entity: a sign too many in front of an annotation. */
function checkImage(node: Image, { locate }: EditionSegment, vocabulary: Vocabulary): Diagnostic[] {
  const { kind } = parseAnnotation(node.url, vocabulary);
  if (kind !== 'mention' && kind !== 'property') return [];
  const found = `![${node.alt ?? ''}](${node.url})`;
  return [diagnose('link-is-well-formed', locate(node), shorten({ context: 'image', found }))];
}

/** An ordinary address that a reader's browser would run instead of following it. */
function checkScheme(node: Image | Link, { locate }: EditionSegment, vocabulary: Vocabulary): Diagnostic[] {
  const scheme = unsafeScheme(node.url);
  if (scheme === undefined || parseAnnotation(node.url, vocabulary).kind !== 'ordinary') return [];
  const found = node.url.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return [diagnose('iri-scheme-is-safe', locate(node), shorten({ scheme, found }))];
}

/** An annotation that stayed text: one around another link, or one whose address or title is not closed or has spaces. */
function checkLiteralLink(
  node: Text,
  parents: Nodes[],
  { locate }: EditionSegment,
  vocabulary: Vocabulary,
): Diagnostic[] {
  const parent = parents.at(-1);
  const siblings: Nodes[] = parent && 'children' in parent ? parent.children : [];
  const before = siblings.slice(0, siblings.indexOf(node));
  const link = before.findLastIndex(({ type }) => type === 'link');
  const report = (rule: RuleId, match: RegExpExecArray): Diagnostic[] => {
    const location = locate(sliceText(node, match.index, match[0].length));
    return [diagnose(rule, location, shorten({ found: match[0] }))];
  };
  const outer = link < 0 ? null : /(?<=^[^\][]*)\]\([^\s()]+[^)\n]{0,20}\)?/.exec(node.value);
  const isOpen = (sibling: Nodes) => sibling.type === 'text' && /\[[^\]]*$/.test(sibling.value);
  if (outer && before.slice(0, link).some(isOpen)) return report('links-do-not-nest', outer);
  const match = /(?:\[[^\][]*)?\]\(\s*<?([A-Za-z][A-Za-z0-9]*):[^\s)]*[^)\n]{0,20}\)?/.exec(node.value);
  if (!match?.[1] || !vocabulary.types.has(match[1])) return [];
  return report(link >= 0 && match[0].startsWith(']') ? 'links-do-not-nest' : 'link-is-well-formed', match);
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
