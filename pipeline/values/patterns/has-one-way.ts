import type { PatternNode, Range, SetNode } from './read-pattern.ts';

/** What a part of a pattern may begin and end with, and whether it may be empty. */
interface Borders {
  first: readonly SetNode[];
  last: readonly SetNode[];
  isNullable: boolean;
}

/** Places of the largest pattern that is looked at: the time for it grows with their third power. */
const placesMax = 200;

const nothing: Borders = { first: [], last: [], isNullable: true };

/**
 * Whether each character of a text can be taken by one place of a pattern only, whatever was taken before: then an engine that goes
 * back finds no second way, and goes back over the text once. Patterns whose automaton is not read, for they look around or refer to
 * groups, have more ways.
 *
 * @see https://doi.org/10.1006/inco.1997.2695 Brüggemann-Klein and Wood, One-unambiguous regular languages
 */
export function hasOneWay(node: PatternNode): boolean {
  const followers = new Map<SetNode, SetNode[]>();
  const borders = readBorders(node, followers);
  if (borders === undefined || followers.size > placesMax) return false;
  return [borders.first, ...followers.values()].every(areApart);
}

/** Undefined where a part may be empty in more than one way, or is read by no automaton. */
function readBorders(node: PatternNode, followers: Map<SetNode, SetNode[]>): Borders | undefined {
  switch (node.kind) {
    case 'set':
      followers.set(node, []);
      return { first: [node], last: [node], isNullable: false };
    case 'sequence':
      return node.items.reduce<Borders | undefined>((before, item) => {
        const after = before && readBorders(item, followers);
        return after && join(before, after, followers);
      }, nothing);
    case 'choice': {
      const items = node.items.map((item) => readBorders(item, followers));
      const known = items.filter((item) => item !== undefined);
      if (known.length < items.length || known.filter(({ isNullable }) => isNullable).length > 1)
        return undefined;
      return {
        first: known.flatMap(({ first }) => first),
        last: known.flatMap(({ last }) => last),
        isNullable: known.some(({ isNullable }) => isNullable),
      };
    }
    case 'repeat': {
      const item = readBorders(node.item, followers);
      if (!item || (item.isNullable && node.most > 1)) return undefined;
      if (node.most > 1) join(item, item, followers);
      return { ...item, isNullable: node.least === 0 || item.isNullable };
    }
    case 'beyond':
      return undefined;
    default:
      return nothing;
  }
}

function join(before: Borders, after: Borders, followers: Map<SetNode, SetNode[]>): Borders {
  for (const end of before.last) followers.get(end)?.push(...after.first);
  return {
    first: before.isNullable ? [...before.first, ...after.first] : before.first,
    last: after.isNullable ? [...before.last, ...after.last] : after.last,
    isNullable: before.isNullable && after.isNullable,
  };
}

/** A place that can be reached in two ways stands twice, and is not apart from itself. */
function areApart(sets: readonly SetNode[]): boolean {
  return sets.every((set, index) => sets.slice(index + 1).every((other) => !mayShare(set, other)));
}

/** Sets of categories of Unicode, and what all others are, may share a character with anything. */
function mayShare(one: SetNode, other: SetNode): boolean {
  if (one.categories.length > 0 || other.categories.length > 0) return true;
  if (one.isNegated && other.isNegated) return true;
  if (one.isNegated || other.isNegated) {
    const [plain, negated] = one.isNegated ? [other, one] : [one, other];
    return !plain.ranges.every((range) => negated.ranges.some((around) => isWithin(range, around)));
  }
  return one.ranges.some(([first, last]) => other.ranges.some(([from, to]) => first <= to && from <= last));
}

function isWithin([first, last]: Range, [from, to]: Range): boolean {
  return from <= first && last <= to;
}
