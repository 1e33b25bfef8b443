import { toString as plainText } from 'mdast-util-to-string';
import type { EditionSegment, Segment, TranslationState } from '../model.ts';
import { createWordCounter } from '../text/create-word-counter.ts';
import { parseSegment } from '../text/syntax.ts';

/**
 * Numbers of segments, or of their words in the source, by what an edition has for them; `fuzzy` is translated, but not
 * confirmed for the text as it is.
 */
export type Tally = Record<TranslationState, number>;

/** How much of a text an edition has in its own language. */
export interface Completeness {
  segments: Tally;
  words: Tally;
  /** Of the words, those that are translated and confirmed: 0 to 100, not rounded. */
  percent: number;
}

/**
 * What becomes of an edition. `published-with-gaps`: the source's words stand in the gaps, and are marked. `held`: it is
 * left out. `blocking`: without a threshold a gap is an error, and nothing is published.
 */
export type Standing = 'published' | 'published-with-gaps' | 'held' | 'blocking';

interface MeasuredText {
  segments: readonly Pick<EditionSegment, 'segment' | 'state'>[];
}

/**
 * Measures how complete an edition is. A translator's work is that of the source, so the words are the source's,
 * without markup; what is in the source language already counts as translated.
 *
 * @param tag of the source edition
 */
export function measureEdition({ segments }: MeasuredText, tag: string): Completeness {
  const count = createWordCounter(tag);
  const measured = { segments: emptyTally(), words: emptyTally() };
  for (const { segment, state } of segments) {
    const part = state === 'source' ? 'translated' : state;
    measured.segments[part] += 1;
    measured.words[part] += count(wordsOf(segment));
  }
  const all = total(measured.words);
  return { ...measured, percent: all === 0 ? 100 : (100 * measured.words.translated) / all };
}

export function total({ translated, fuzzy, untranslated }: Tally): number {
  return translated + fuzzy + untranslated;
}

/** @param threshold as configured for the edition; a source edition has no gaps, whatever its threshold */
export function standingOf({ segments, percent }: Completeness, threshold: number | undefined): Standing {
  if (segments.fuzzy + segments.untranslated === 0) return 'published';
  if (threshold === undefined) return 'blocking';
  return percent >= threshold ? 'published-with-gaps' : 'held';
}

function emptyTally(): Tally {
  return { translated: 0, fuzzy: 0, untranslated: 0 };
}

function wordsOf({ node, markdown }: Segment): string {
  return plainText(node ?? parseSegment(markdown, { footnotes: [] }));
}
