import type { InlineItem } from './inline-items.ts';
import type { Renamed } from './pair-renamed.ts';

/**
 * Where a link was given an address that another link of the segment has too, either of the two may be the renamed one:
 * it is taken to be the one whose place among the items is nearest to that of its counterpart in the source.
 *
 * @param expected, found all items of the segment, in the order of the text
 */
export function placeRenamed(renamed: Renamed[], expected: InlineItem[], found: InlineItem[]): Renamed[] {
  const taken = new Set<InlineItem>();
  return renamed.map((pair) => {
    const place = expected.indexOf(pair.expected);
    const distanceOf = (item: InlineItem): number => Math.abs(found.indexOf(item) - place);
    const [nearest = pair.found] = found
      .filter((item) => item.form === pair.found.form && !taken.has(item))
      .sort((a, b) => distanceOf(a) - distanceOf(b));
    taken.add(nearest);
    return { expected: pair.expected, found: nearest };
  });
}
