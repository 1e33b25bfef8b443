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
    read: (answer) => {
      const texts = isObject(answer) ? answer.translatedText : undefined;
      return Array.isArray(texts) && texts.every((text) => typeof text === 'string') ? texts : undefined;
    },
  };
}
