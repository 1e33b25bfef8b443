import { decodeAnswer, encodingOf, mediaTypeOf } from './decode-answer.ts';
import type { HttpRequest } from './exchange.ts';
import { HttpFailure } from './http-failure.ts';
import { quoteAnswer } from './quote-answer.ts';
import { type Patience, sendRequest } from './send-request.ts';
import { statusFailure } from './status-failure.ts';

export interface JsonAnswer {
  json: unknown;
  /** The answer as a message can quote it. */
  said: string;
}

/**
 * Asks for JSON. What counts is that the answer is JSON, whatever media type the server gives it.
 *
 * @throws HttpFailure where the status is none of 2xx, or what came is no JSON
 */
export async function fetchJson(request: HttpRequest, patience: Patience): Promise<JsonAnswer> {
  const { words } = request;
  const headers = { accept: 'application/json', ...request.headers };
  const answer = await sendRequest({ ...request, headers }, patience);
  if (answer.status < 200 || answer.status > 299) throw statusFailure(answer, words);
  const text = decodeAnswer(answer);
  if (text === undefined) {
    throw new HttpFailure(words, { key: 'encoding', values: { encoding: encodingOf(answer) } }, false);
  }
  if (text.trim() === '') {
    throw new HttpFailure(words, { key: 'empty', values: { status: String(answer.status) } }, false);
  }
  const said = quoteAnswer(text);
  try {
    return { json: JSON.parse(text), said };
  } catch (error) {
    const values = { type: quoteAnswer(mediaTypeOf(answer)) || '?', found: said };
    throw new HttpFailure(words, { key: 'noJson', values }, false, error);
  }
}
