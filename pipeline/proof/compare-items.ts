import type { Diagnostic, EditionSegment, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { difference } from './difference.ts';
import { type InlineItem, inlineItems } from './inline-items.ts';
import { pairRenamed } from './pair-renamed.ts';
import { placeRenamed } from './place-renamed.ts';

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
