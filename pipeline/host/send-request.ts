import pRetry, { AbortError } from 'p-retry';
import type { TranslationRequest } from '../translation/draft/engine.ts';
import { HostFailure } from './host-failure.ts';
import { reasonOf } from './reason-of.ts';

/** How patient a request is; tests are less so. Times in milliseconds. */
export interface Patience {
  retries: number;
  /** Before the first repetition; it doubles with each. */
  firstWait: number;
  timeout: number;
}

export const patience: Patience = { retries: 4, firstWait: 1000, timeout: 120_000 };

/** Longest that a server may ask us to wait, in seconds; beyond it the user decides. */
const longestWait = 120;

/**
 * Posts JSON and returns the JSON of the answer. Repeats with growing pauses what may go better next time: no connection,
 * a time-out, 408, 429 and 5xx, these after as long as Retry-After says.
 * @throws HostFailure "engine" with the address, and what was answered
 */
export async function sendRequest(
  { url, headers, body }: TranslationRequest,
  { retries, firstWait, timeout }: Patience,
): Promise<unknown> {
  const send = async (): Promise<unknown> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
    });
    const text = await response.text();
    if (response.ok) return parse(text);
    const problem = new Error(`${response.status} ${shorten(text)}`);
    const mayPass = response.status === 408 || response.status === 429 || response.status >= 500;
    if (!mayPass) throw new AbortError(problem);
    const wait = Number(response.headers.get('retry-after') ?? 0);
    if (wait > longestWait) throw new AbortError(problem);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    throw problem;
  };
  try {
    return await pRetry(send, { retries, minTimeout: firstWait, factor: 2, shouldRetry: () => true });
  } catch (error) {
    throw new HostFailure('engine', { url, answer: reasonOf(error) }, error);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AbortError(shorten(text));
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
