import type { List, ListItem, Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { Vocabulary } from '../../model.ts';
import type { SegmentSide } from '../quality/quality-rule.ts';
import { linkedAs } from './linked-as.ts';
import type { PlacedMember } from './placed-member.ts';

/** Most words of an item that may be a name or a term and nothing else. */
const wordsMax = 6;

/**
 * Lists of which every item is a member: a link, or a few words without one, at most with more about it behind a sign.
 * Others are not given.
 *
 * @param sides by the nodes of segments
 */
export function findBareItems(
  tree: Root,
  sides: ReadonlyMap<unknown, SegmentSide>,
  vocabulary: Vocabulary,
): PlacedMember[][] {
  const lists: List[] = [];
  visitParents(tree, 'list', (list) => {
    if (list.children.length > 2) lists.push(list);
  });
  return lists.flatMap((list) => {
    const items = list.children.map((item) => readItem(item, sides, vocabulary));
    const whole = items.filter((item) => item !== undefined);
    return whole.length === items.length ? [whole] : [];
  });
}

function readItem(
  { children: [paragraph] }: ListItem,
  sides: ReadonlyMap<unknown, SegmentSide>,
  vocabulary: Vocabulary,
): PlacedMember | undefined {
  const side = sides.get(paragraph);
  if (!side) return undefined;
  const { text, links } = side;
  const [link] = links;
  const start = link?.start ?? text.length - text.trimStart().length;
  const behind = text.slice(link?.end ?? start);
  const length = link ? 0 : (/^[^,;:(–—.\uFFFC]*/u.exec(behind)?.[0].trimEnd().length ?? 0);
  const end = (link?.end ?? start) + length;
  const words = text.slice(start, end);
  const isLead = link === undefined || /^(?:[\p{L}’']+\s+){0,2}$/u.test(text.slice(0, start));
  const isEnd = /^(?:\s*[\p{P}\uFFFC]|\s*$)/u.test(text.slice(end));
  if (!isLead || !isEnd || words === '' || words.split(/\s+/).length > wordsMax) return undefined;
  const as = link && linkedAs(link, vocabulary);
  if (link && !as) return undefined;
  const hasLink = link !== undefined;
  return {
    as,
    hasLink,
    isJoined: false,
    words,
    isName: /^\p{Lu}/u.test(words),
    isUncertain: /\p{N}/u.test(words),
    side,
    start,
    end,
  };
}
