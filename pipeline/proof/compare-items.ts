import type { Diagnostic, EditionSegment, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { difference } from './difference.ts';
import { type InlineItem, inlineItems } from './inline-items.ts';
import { pairRenamed, type Renamed } from './pair-renamed.ts';

/** Finds links, notes and the like that a translation has dropped, doubled, invented or given another address. */
export function compareItems(
  source: EditionSegment,
  target: EditionSegment,
  vocabulary: Vocabulary,
): Diagnostic[] {
  const expected = inlineItems(source, vocabulary);
  const found = inlineItems(target, vocabulary);
  const { renamed, rest } = pairRenamed(difference(expected, found, (item) => item.form));
  const moved = placeRenamed(renamed, expected, found).map((pair) =>
    diagnose(
      'link-target-is-kept',
      target.locate(pair.found.node),
      { expected: pair.expected.form, found: pair.found.form },
      [{ location: source.locate(pair.expected.node), role: 'source' }],
    ),
  );

  const count = (items: InlineItem[], form: string): number =>
    items.filter((item) => item.form === form).length;
  const report = (item: InlineItem, isExtra: boolean): Diagnostic => {
    const location = target.locate(isExtra ? item.node : target.node);
    const related = [
      { location: isExtra ? source.segment.location : source.locate(item.node), role: 'source' },
    ];
    const counts = { expected: count(expected, item.form), found: count(found, item.form) };
    return item.kind === 'annotation'
      ? diagnose('mentions-agree-across-editions', location, { target: item.form, ...counts }, related)
      : diagnose('inline-markup-agrees-across-editions', location, { item: item.form, ...counts }, related);
  };
  const once = (items: InlineItem[]): InlineItem[] =>
    items.filter((item, index) => items.findIndex(({ form }) => form === item.form) === index);
  return [
    ...moved,
    ...once(rest.missing).map((item) => report(item, false)),
    ...once(rest.extra).map((item) => report(item, true)),
  ];
}

/**
 * Where a link was given an address that another link of the segment has too, either of the two may be the renamed one:
 * it is taken to be the one whose place among the items is nearest to that of its counterpart in the source.
 *
 * @param expected, found all items of the segment, in the order of the text
 */
function placeRenamed(renamed: Renamed[], expected: InlineItem[], found: InlineItem[]): Renamed[] {
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
