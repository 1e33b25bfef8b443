import type { Edition, Vocabulary } from '../model.ts';
import { difference } from './difference.ts';
import { type InlineItem, inlineItems } from './inline-items.ts';

/** How many more of an ordinary link, a code or an image a section of an edition has than the source's; fewer are below zero. */
export interface DifferingWords {
  /** @param form as built editions have it: "[](https://example.org/)", "`code`", "![](a.png)" */
  count: (section: string, form: string) => number;
}

/**
 * Counts where an edition has other ordinary links, codes and images than the source, which a translator may choose: the page in
 * the edition's language, a name as code, what was allowed with a reason. A built edition differs by these and no others.
 */
export function countDifferingWords(
  source: Edition,
  target: Edition,
  vocabulary: Vocabulary,
): DifferingWords {
  const originals = new Map(source.segments.map((segment) => [segment.segment.index, segment]));
  const counts = new Map<string, number>();
  for (const segment of target.segments) {
    const original = originals.get(segment.segment.index);
    if (!original || segment.state !== 'translated') continue;
    const words = (items: InlineItem[]): InlineItem[] => items.filter(({ isStated }) => !isStated);
    const { missing, extra } = difference(
      words(inlineItems(original, vocabulary)),
      words(inlineItems(segment, vocabulary)),
      ({ form }) => form,
    );
    const add = (item: InlineItem, by: number): void => {
      const key = keyOf(segment.segment.section, builtForm(item));
      counts.set(key, (counts.get(key) ?? 0) + by);
    };
    for (const item of missing) add(item, -1);
    for (const item of extra) add(item, 1);
  }
  return { count: (section, form) => counts.get(keyOf(section, form)) ?? 0 };
}

function builtForm({ form, node }: InlineItem): string {
  return node.type === 'link' ? `[](${form})` : form;
}

function keyOf(section: string, form: string): string {
  return `${section}\n${form}`;
}
