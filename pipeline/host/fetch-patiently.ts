import pRetry, { AbortError } from 'p-retry';
import { HostFailure } from './host-failure.ts';
import { reasonOf } from './reason-of.ts';
import type { Patience } from './send-request.ts';

/**
 * Fetches JSON; repeats with growing pauses what may go better next time: no connection, a time-out, 408, 429 and 5xx.
 * @throws HostFailure "service" with the address, and what was answered
 */
export async function fetchPatiently(url: string, init: RequestInit, patience: Patience): Promise<unknown> {
  const { retries, firstWait, timeout } = patience;
  const attempt = async (): Promise<unknown> => {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) });
    const text = await response.text();
    const said = text
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 200);
    if (response.ok) {
      try {
        return JSON.parse(text);
      } catch {
        throw new AbortError(said);
      }
    }
    const problem = new Error(`${response.status} ${said}`.trim());
    const mayPass = response.status === 408 || response.status === 429 || response.status >= 500;
    throw mayPass ? problem : new AbortError(problem);
  };
  try {
    return await pRetry(attempt, { retries, minTimeout: firstWait, factor: 2, shouldRetry: () => true });
  } catch (error) {
    throw new HostFailure('service', { url, answer: reasonOf(error) }, error);
  }
}
