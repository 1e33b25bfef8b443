import { isObject } from '../../values/json-value.ts';
import type { EngineAccess, TranslationEngine } from './engine.ts';

/** Segments in one request; a free server refuses large ones. */
const batchSize = 10;

/**
 * LibreTranslate's `POST /translate` with a list of texts as HTML, whose tags it keeps.
 * https://docs.libretranslate.com/api/operations/translate/
 */
export function createLibretranslate({ url, key }: EngineAccess): TranslationEngine {
  return {
    name: 'libretranslate',
    batchSize,
    parallel: 1,
    request: (segments, { source, target }) => ({
      url: `${url.replace(/\/+$/, '')}/translate`,
      headers: {},
      body: {
        q: segments.map(({ text }) => text),
        source,
        target,
        format: 'html',
        ...(key === undefined ? {} : { api_key: key }),
      },
    }),
    read: (answer, segments) => {
      const found = isObject(answer) ? answer.translatedText : undefined;
      // Of a single text some versions give the translation alone.
      const texts = typeof found === 'string' && segments.length === 1 ? [found] : found;
      if (!Array.isArray(texts)) return { fault: 'form' };
      return { texts: texts.map((text) => (typeof text === 'string' ? text : undefined)) };
    },
  };
}
