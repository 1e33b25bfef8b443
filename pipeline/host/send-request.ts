import { setTimeout as pause } from 'node:timers/promises';
import pRetry from 'p-retry';
import { exchange, type HttpAnswer, type HttpRequest } from './exchange.ts';
import { HttpFailure } from './http-failure.ts';
import { readRetryAfter } from './read-retry-after.ts';

/** How patient a request is; tests are less so. Times in milliseconds. */
export interface Patience {
  retries: number;
  /** Before the first repetition; it doubles with each. */
  firstWait: number;
  timeout: number;
}

export const patience: Patience = { retries: 4, firstWait: 1000, timeout: 120_000 };

/** Longest that a server may ask us to wait, in milliseconds; beyond it the user decides. */
export const longestWait = 120_000;

/** Statuses that say: not now (https://www.rfc-editor.org/rfc/rfc9110, 6585, 8470). */
const busy = new Set([408, 425, 429, 502, 503, 504]);
/** Failures of one attempt after which another may go better. */
const passing = new Set(['noConnection', 'timeout']);

/** An answer that may be another one soon. */
class NotNow extends Error {
  readonly answer: HttpAnswer;

  constructor(answer: HttpAnswer) {
    super(`${answer.status}`);
    this.answer = answer;
  }
}

/**
 * The only way to a server. Sends a request, and again with growing pauses where that may help: no connection, or one that
 * broke; a time-out; 408, 425, 429, 502, 503 and 504, after as long as Retry-After says. Whoever only asks asks again
 * after any other 5xx too; to a PUT or DELETE that is a verdict on what was sent. All methods may be repeated: a graph that is
 * put, or taken away, twice is the same graph.
 *
 * @returns the last answer, whatever its status
 * @throws HttpFailure where there is none, or none that was read to its end
 */
export async function sendRequest(
  request: HttpRequest,
  { retries, firstWait, timeout }: Patience,
): Promise<HttpAnswer> {
  const attempt = async (): Promise<HttpAnswer> => {
    const answer = await exchange(request, timeout);
    if (mayPass(request, answer) && waitOf(answer) <= longestWait) throw new NotNow(answer);
    return answer;
  };
  try {
    return await pRetry(attempt, {
      retries,
      minTimeout: firstWait,
      factor: 2,
      shouldRetry: ({ error }) =>
        error instanceof NotNow || (error instanceof HttpFailure && passing.has(error.reason.key)),
      onFailedAttempt: async ({ error, retriesLeft }) => {
        if (error instanceof NotNow && retriesLeft > 0) await pause(waitOf(error.answer));
      },
    });
  } catch (error) {
    if (error instanceof NotNow) return error.answer;
    throw error;
  }
}

/** Milliseconds that the server asks for. */
export function waitOf({ headers }: HttpAnswer): number {
  return readRetryAfter(headers, Date.now());
}

function mayPass({ method }: HttpRequest, { status }: HttpAnswer): boolean {
  const isQuestion = method !== 'PUT' && method !== 'DELETE';
  return busy.has(status) || (isQuestion && status >= 500);
}
