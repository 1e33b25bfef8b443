import type { Nodes } from 'mdast';
import type { EditionSegment } from '../model.ts';
import { escapePattern } from '../values/escape-pattern.ts';
import type { ListDifference } from './difference.ts';
import type { InlineItem } from './inline-items.ts';

/**
 * Takes away codes that only the translation has, where the source has the same name in its prose, as often: "break and
 * continue" may be “`break` y `continue`”. Case and the ending of a plural do not count.
 */
export function withoutNamedCode(
  { missing, extra }: ListDifference<InlineItem>,
  source: EditionSegment,
): ListDifference<InlineItem> {
  if (!extra.some(({ node }) => node.type === 'inlineCode')) return { missing, extra };
  const prose = proseOf(source.node).toLowerCase();
  const left = new Map<string, number>();
  return {
    missing,
    extra: extra.filter(({ node }) => {
      if (node.type !== 'inlineCode') return true;
      const name = node.value.trim().toLowerCase();
      const count = left.get(name) ?? countWords(prose, name);
      left.set(name, count - 1);
      return count <= 0;
    }),
  };
}

/** The words of a segment that are no code. */
function proseOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(proseOf).join('') : ' ';
}

function countWords(prose: string, name: string): number {
  const stem = escapePattern(name.replace(/(?<=\p{L}{2})s$/u, ''));
  if (!/\p{L}/u.test(stem)) return 0;
  return [...prose.matchAll(new RegExp(`(?<![\\p{L}\\p{N}_])${stem}s?(?![\\p{L}\\p{N}_])`, 'gu'))].length;
}
