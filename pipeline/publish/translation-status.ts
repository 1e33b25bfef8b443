import type { Edition } from '../model.ts';
import { measureEdition, total } from '../translation/measure-edition.ts';

/** How complete an edition is. */
export interface TranslationStatus {
  status: 'source' | 'complete' | 'incomplete';
  segments: number;
  translated: number;
  /** Translated for an earlier text, or not confirmed; shown in the source language. */
  fuzzy: number;
  /** Shown in the source language. */
  untranslated: number;
  /** What an incomplete edition says beyond that. */
  gaps: EditionGaps | undefined;
}

interface EditionGaps {
  /** Words of the source text. */
  words: number;
  /** Words of it that are translated and confirmed. */
  wordsTranslated: number;
  /** Per cent of the words, rounded down. */
  percent: number;
  /** Keys of the front matter whose text is in the source language: "title", "keywords/2". */
  keys: string[];
}

/** @param tag of the source edition */
export function translationStatus(edition: Edition, tag: string): TranslationStatus {
  const count = (state: string): number =>
    edition.segments.filter((segment) => segment.state === state).length;
  const [fuzzy, untranslated] = [count('fuzzy'), count('untranslated')];
  const isIncomplete = fuzzy + untranslated > 0;
  return {
    status: edition.isSource ? 'source' : isIncomplete ? 'incomplete' : 'complete',
    segments: edition.segments.length,
    translated: edition.isSource ? 0 : count('translated'),
    fuzzy,
    untranslated,
    gaps: isIncomplete ? describeGaps(edition, tag) : undefined,
  };
}

/** Whether the text of a key of the front matter is in the source language, for want of a translation. */
export function isGap(edition: Edition, key: string): boolean {
  return edition.segments.some(
    ({ segment, state }) => segment.key === key && (state === 'fuzzy' || state === 'untranslated'),
  );
}

function describeGaps(edition: Edition, tag: string): EditionGaps {
  const { words, percent } = measureEdition(edition, tag);
  const keys = edition.segments.flatMap(({ segment: { key } }) =>
    key !== undefined && isGap(edition, key) ? [key] : [],
  );
  return { words: total(words), wordsTranslated: words.translated, percent: Math.floor(percent), keys };
}
