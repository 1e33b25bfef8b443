import type { Language } from '../../model.ts';

/** A segment for a machine to translate, its inline codes as tags (see protect-codes.ts). */
export interface DraftSegment {
  text: string;
  /** Names in the text and what they are called in the target language. */
  terms: { source: string; target: string }[];
}

export interface DraftLanguages {
  source: Language;
  /** BCP 47 tag of the edition that is drafted: numbers are written as there. */
  target: Language;
  targetTag: string;
}

/** What to send; the body is JSON. */
export interface TranslationRequest {
  url: string;
  headers: Record<string, string>;
  body: object;
}

/**
 * What a JSON answer says: the translations in the order of the segments, undefined where one of them is none; or that the
 * answer has another form, or was cut before its end.
 */
export type EngineReading = { texts: (string | undefined)[] } | { fault: 'form' | 'cut' };

/** A machine translation service, as what is asked and how the answer is read; sending is the host's. */
export interface TranslationEngine {
  /** As shown in the catalog: "libretranslate", "openai (model)". */
  name: string;
  /** Segments in one request. */
  batchSize: number;
  /** Requests under way at once. */
  parallel: number;
  request: (segments: DraftSegment[], languages: DraftLanguages) => TranslationRequest;
  read: (answer: unknown, segments: DraftSegment[]) => EngineReading;
}

/** Where an engine is and how to get in, out of the environment. */
export interface EngineAccess {
  url: string;
  key: string | undefined;
  model: string | undefined;
}
