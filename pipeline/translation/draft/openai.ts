import { isObject } from '../../values/json-value.ts';
import type { DraftLanguages, DraftSegment, EngineAccess, TranslationEngine } from './engine.ts';

/** What a model says of an answer that it, or a filter, broke off. */
const cuts = new Set<unknown>(['length', 'content_filter']);

/**
 * Any endpoint with OpenAI's `POST /chat/completions`: a segment a request, so that no answer can be shifted against
 * its question. https://platform.openai.com/docs/api-reference/chat/create
 */
export function createOpenai({ url, key, model = '' }: EngineAccess): TranslationEngine {
  return {
    name: `openai (${model})`,
    batchSize: 1,
    parallel: 4,
    request: (segments, languages) => ({
      url: `${url.replace(/\/+$/, '')}/chat/completions`,
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
      body: {
        model,
        temperature: 0,
        messages: [
          { role: 'system', content: instruct(languages, segments) },
          { role: 'user', content: segments.map(({ text }) => text).join('\n') },
        ],
      },
    }),
    read: (answer) => {
      const choices = isObject(answer) ? answer.choices : undefined;
      const choice = Array.isArray(choices) && isObject(choices[0]) ? choices[0] : {};
      if (!isObject(choice.message)) return { fault: 'form' };
      if (cuts.has(choice.finish_reason)) return { fault: 'cut' };
      return { texts: [textOf(choice.message.content)] };
    },
  };
}

/** Content is a text, or a list of parts, some of which are text; a refusal has none. */
function textOf(content: unknown): string | undefined {
  const parts = Array.isArray(content)
    ? content.map((part) => (isObject(part) && typeof part.text === 'string' ? part.text : ''))
    : [typeof content === 'string' ? content : ''];
  return parts.join('').trim() || undefined;
}

function instruct({ source, targetTag }: DraftLanguages, segments: DraftSegment[]): string {
  const terms = segments.flatMap((segment) => segment.terms);
  return [
    `Translate the user's text from the language "${source}" into the language "${targetTag}". Answer with the translation alone.`,
    'Keep every tag such as <g id="1">…</g> and <x id="2"/> exactly once, around the words it belongs to.',
    `Keep every number and date, written as ${targetTag} writes them. Keep \\ and &amp;, &lt;, &gt; as they are.`,
    ...(terms.length > 0
      ? [`Use these names: ${terms.map(({ source: from, target }) => `${from} = ${target}`).join('; ')}.`]
      : []),
  ].join('\n');
}
