import type { Diagnostic, EditionSegment, Language, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import type { CodeHabits } from './code-habits.ts';
import { difference, type ListDifference } from './difference.ts';
import { type InlineItem, inlineItems } from './inline-items.ts';
import { isPageInLanguage } from './is-page-in-language.ts';
import { pairRenamed, type Renamed } from './pair-renamed.ts';
import { withoutRewordedCode } from './without-reworded-code.ts';

/**
 * Finds links, notes and the like that a translation has dropped, doubled, invented or given another address. No finding is the
 * page of the edition's language, nor a code in which only words for readers differ.
 */
export function compareItems(
  source: EditionSegment,
  target: EditionSegment,
  vocabulary: Vocabulary,
  languages: { from: Language; to: Language },
  habits: () => CodeHabits,
): Diagnostic[] {
  const expected = inlineItems(source, vocabulary);
  const found = inlineItems(target, vocabulary);
  const differing = difference(expected, found, (item) => item.form);
  const known = withoutRewordedCode(withoutPagesInLanguage(differing, languages), { source, target }, habits);
  const { renamed, rest } = pairRenamed(known);
  const moved = placeRenamed(renamed, expected, found).map((pair) =>
    weigh(
      pair.expected.isStated || pair.found.isStated,
      diagnose(
        'link-target-is-kept',
        target.locate(pair.found.node),
        { expected: pair.expected.form, found: pair.found.form },
        [{ location: source.locate(pair.expected.node), role: 'source' }],
      ),
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
    if (item.kind === 'annotation')
      return diagnose('mentions-agree-across-editions', location, { target: item.form, ...counts }, related);
    const values = { item: item.form, ...counts };
    const rule = item.node.type === 'inlineCode' ? 'code-is-kept' : 'inline-markup-agrees-across-editions';
    return weigh(item.isStated, diagnose(rule, location, values, related));
  };
  const once = (items: InlineItem[]): InlineItem[] =>
    items.filter((item, index) => items.findIndex(({ form }) => form === item.form) === index);
  return [
    ...moved,
    ...once(rest.missing).map((item) => report(item, false)),
    ...once(rest.extra).map((item) => report(item, true)),
  ];
}

/** A finding on what is no statement, but words, may be allowed by the translator. */
function weigh(isStated: boolean, finding: Diagnostic): Diagnostic {
  return isStated ? finding : { ...finding, isOnWords: true };
}

/** Takes away what is one page in the source's language and in the edition's. */
function withoutPagesInLanguage(
  { missing, extra }: ListDifference<InlineItem>,
  languages: { from: Language; to: Language },
): ListDifference<InlineItem> {
  const left = [...extra];
  const isPage = ({ kind, isStated }: InlineItem): boolean => kind === 'link' && !isStated;
  const gone = missing.filter((item) => {
    const at = left.findIndex(
      (other) => isPage(item) && isPage(other) && isPageInLanguage(item.form, other.form, languages),
    );
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
  return { missing: gone, extra: left };
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
