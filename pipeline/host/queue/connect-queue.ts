import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { QueueEngine } from './load-engine.ts';
import type { QueueAddress } from './queue-address.ts';
import { queueFailure } from './queue-failure.ts';

/** Milliseconds within which a server has to take a connection and answer the first question. */
const answerWithin = 10_000;
/** Milliseconds for which a server that is not there yet is waited for. */
const startWithin = 10_000;
/** Longest pause between two attempts to come back to a server that was lost, in milliseconds. */
const pauseMax = 1000;

/**
 * Connects to the server of a queue. Once it has answered, a connection that breaks is made again for as long as it takes; how long
 * that may be its user decides.
 *
 * @throws HostFailure where nobody answers, or the server refuses
 */
export async function connectQueue({ Redis }: QueueEngine, { url, shown }: QueueAddress): Promise<Redis> {
  const began = Date.now();
  for (;;) {
    const client = new Redis(url, {
      lazyConnect: true,
      connectTimeout: answerWithin,
      maxRetriesPerRequest: null,
      retryStrategy: (times) => (isReady ? Math.min(times * 100, pauseMax) : null),
    });
    let isReady = false;
    let said: unknown;
    client.on('error', (error) => {
      said = error;
    });
    try {
      await within(answerWithin, client.connect());
      await within(answerWithin, client.ping());
      isReady = true;
      return client;
    } catch (error) {
      client.disconnect();
      const failure = queueFailure(said ?? error, shown);
      if (failure.key !== 'queueUnreachable' || Date.now() - began > startWithin) throw failure;
      await sleep(pauseMax);
    }
  }
}

/** @throws Error that names the time where a promise takes longer */
export async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const late = sleep(milliseconds, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`no answer within ${milliseconds / 1000} s`);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    stop.abort();
    late.catch(() => undefined);
  }
}
