import type { Image, Link, Nodes, Text } from 'mdast';
import type { Diagnostic, EditionSegment, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import type { RuleId } from '../rules/rules.ts';
import { unsafeScheme } from '../values/iri-scheme.ts';
import { parseAnnotation } from './annotation.ts';
import { shortenValues } from './shorten-values.ts';

/**
 * Finds what was meant as an annotation and is none, and addresses that a page must not have.
 * Findings: links-do-not-nest, link-is-well-formed, iri-scheme-is-safe.
 *
 * @param parents of the node, the outermost first
 */
export function checkLinkMarkup(
  node: Nodes,
  parents: readonly Nodes[],
  segment: EditionSegment,
  vocabulary: Vocabulary,
): Diagnostic[] {
  switch (node.type) {
    case 'image':
      return [...checkImage(node, segment, vocabulary), ...checkScheme(node, segment, vocabulary)];
    case 'link':
      return checkScheme(node, segment, vocabulary);
    case 'text':
      return checkLiteralLink(node, parents, segment, vocabulary);
    default:
      return [];
  }
}

/** An image whose address names an entity: a sign too many in front of an annotation. */
function checkImage(node: Image, { locate }: EditionSegment, vocabulary: Vocabulary): Diagnostic[] {
  const { kind } = parseAnnotation(node.url, vocabulary);
  if (kind !== 'mention' && kind !== 'property') return [];
  const found = `![${node.alt ?? ''}](${node.url})`;
  return [diagnose('link-is-well-formed', locate(node), shortenValues({ context: 'image', found }))];
}

/** An ordinary address that a reader's browser would run instead of following it. */
function checkScheme(node: Image | Link, { locate }: EditionSegment, vocabulary: Vocabulary): Diagnostic[] {
  const colon = node.url.indexOf(':');
  if (vocabulary.types.has(node.url.slice(0, colon)) && !node.url.startsWith('://', colon)) return [];
  const scheme = unsafeScheme(node.url);
  if (scheme === undefined || parseAnnotation(node.url, vocabulary).kind !== 'ordinary') return [];
  const found = node.url.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return [diagnose('iri-scheme-is-safe', locate(node), shortenValues({ scheme, found }))];
}

/** An annotation that stayed text: one around another link, or one whose address or title is not closed or has spaces. */
function checkLiteralLink(
  node: Text,
  parents: readonly Nodes[],
  { locate }: EditionSegment,
  vocabulary: Vocabulary,
): Diagnostic[] {
  if (!node.value.includes('](')) return [];
  const parent = parents.at(-1);
  const siblings: Nodes[] = parent && 'children' in parent ? parent.children : [];
  const before = siblings.slice(0, siblings.indexOf(node));
  const link = before.findLastIndex(({ type }) => type === 'link');
  const report = (rule: RuleId, match: RegExpExecArray): Diagnostic[] => {
    const location = locate(sliceText(node, match.index, match[0].length));
    return [diagnose(rule, location, shortenValues({ found: match[0] }))];
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
