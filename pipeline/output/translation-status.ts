import type { Edition } from '../model.ts';

/** How complete an edition is, counted in segments. */
export interface TranslationStatus {
  status: 'source' | 'complete' | 'incomplete';
  segments: number;
  translated: number;
  /** Translated, and the source has changed since. */
  fuzzy: number;
  /** Shown in the source language. */
  untranslated: number;
}

export function translationStatus(edition: Edition): TranslationStatus {
  const count = (state: string): number =>
    edition.segments.filter((segment) => segment.state === state).length;
  const [fuzzy, untranslated] = [count('fuzzy'), count('untranslated')];
  return {
    status: edition.isSource ? 'source' : fuzzy + untranslated === 0 ? 'complete' : 'incomplete',
    segments: edition.segments.length,
    translated: edition.isSource ? 0 : count('translated'),
    fuzzy,
    untranslated,
  };
}
