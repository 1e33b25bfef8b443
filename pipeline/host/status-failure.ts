import { skimAnswer } from './decode-answer.ts';
import type { HttpAnswer } from './exchange.ts';
import { type FailureWords, HttpFailure } from './http-failure.ts';
import { quoteAnswer } from './quote-answer.ts';
import { longestWait, waitOf } from './send-request.ts';

/** What a status says, as a key under "http": what the reader can do about it. */
const meanings: Record<number, string> = {
  401: 'refused',
  403: 'refused',
  404: 'notThere',
  405: 'notThere',
  407: 'refused',
  408: 'busy',
  410: 'notThere',
  425: 'busy',
  429: 'busy',
  502: 'busy',
  503: 'busy',
  504: 'busy',
};

/** The failure that an answer with a status other than 2xx is, with what the server said. */
export function statusFailure(answer: HttpAnswer, words: FailureWords): HttpFailure {
  const said = quoteAnswer(skimAnswer(answer)) || quoteAnswer(answer.statusText);
  const found = `${answer.status} ${said}`.trim();
  const wait = waitOf(answer);
  const meaning = meanings[answer.status];
  if (meaning === 'busy' && wait > longestWait) {
    const seconds = String(Math.ceil(wait / 1000));
    return new HttpFailure(words, { key: 'waits', values: { found, seconds } }, true);
  }
  return new HttpFailure(words, { key: meaning ?? 'status', values: { found } }, meaning !== undefined);
}
