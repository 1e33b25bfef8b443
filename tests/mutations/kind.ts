import type { Translation } from './open-bench.ts';
import type { Sites } from './read-sites.ts';
import type { Seeded } from './seeded.ts';

/** What may go wrong in a translation, with every place where it may. */
export interface Kind {
  name: string;
  /** Corruptions of all groups but "wording" must be caught, each of them. */
  group: 'value' | 'link' | 'note' | 'citation' | 'shape' | 'wording';
  /** The translation with one mistake, once for every place where it can be made. */
  corrupt: (translation: Translation, sites: Sites, random: Seeded) => (string | undefined)[];
}

/** A text with other words in a range. */
export function splice(text: string, start: number, end: number, words: string): string {
  return text.slice(0, start) + words + text.slice(end);
}

/** Every match of a global pattern in the words of a translation, with its place in the Markdown. */
export function matchesIn(
  { msgstr }: Translation,
  texts: Sites['texts'],
  pattern: RegExp,
): { start: number; end: number; found: string }[] {
  return texts.flatMap(({ start, end }) =>
    [...msgstr.slice(start, end).matchAll(pattern)].map(({ index, 0: found }) => ({
      start: start + index,
      end: start + index + found.length,
      found,
    })),
  );
}
