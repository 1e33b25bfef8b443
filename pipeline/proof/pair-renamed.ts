import { distance } from 'fastest-levenshtein';
import type { ListDifference } from './difference.ts';
import type { InlineItem } from './inline-items.ts';

/** Edits by code unit of the longer address up to which an address is taken for another one, misspelt. */
const distanceMax = 0.4;

/** A link of the source, and the link of the translation that stands in its stead. */
export interface Renamed {
  expected: InlineItem;
  found: InlineItem;
}

/**
 * Finds links whose address was changed: those with the most similar addresses, and an annotation that is alone
 * missing where another is alone too many. The rest of the difference is returned as it is.
 */
export function pairRenamed({ missing, extra }: ListDifference<InlineItem>): {
  renamed: Renamed[];
  rest: ListDifference<InlineItem>;
} {
  const candidates = missing
    .filter(({ kind }) => kind !== 'other')
    .flatMap((expected) =>
      extra
        .filter(({ kind }) => kind !== 'other')
        .map((found) => ({ expected, found, share: shareOfEdits(expected.form, found.form) })),
    )
    .filter(({ share }) => share <= distanceMax)
    .sort((a, b) => a.share - b.share);
  const taken = new Set<InlineItem>();
  const renamed: Renamed[] = [];
  const pair = ({ expected, found }: Renamed): void => {
    if (taken.has(expected) || taken.has(found)) return;
    taken.add(expected).add(found);
    renamed.push({ expected, found });
  };
  candidates.forEach(pair);
  const alone = (items: InlineItem[]): InlineItem[] =>
    items.filter((item) => item.kind === 'annotation' && !taken.has(item));
  const [expected, ...otherMissing] = alone(missing);
  const [found, ...otherExtra] = alone(extra);
  if (expected && found && otherMissing.length + otherExtra.length === 0) pair({ expected, found });
  const open = (items: InlineItem[]): InlineItem[] => items.filter((item) => !taken.has(item));
  return { renamed, rest: { missing: open(missing), extra: open(extra) } };
}

function shareOfEdits(a: string, b: string): number {
  return distance(a, b) / Math.max(a.length, b.length, 1);
}
