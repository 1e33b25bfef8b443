import type { Queue, QueueEvents } from 'bullmq';
import { connectQueue, within } from './connect-queue.ts';
import { loadEngine } from './load-engine.ts';
import { queueFailure } from './queue-failure.ts';
import type { QueuedBuild } from './queued-build.ts';
import { prefix, queueName } from './text-queue.ts';
import { createWantedTexts } from './wanted-texts.ts';

/**
 * Has texts built by the workers of a queue, and waits for all of them.
 *
 * Jobs have no parent that would wait for them: a job can have one only, so that two builds that want the same text would leave each
 * other's jobs out, and a parent waits for ever for a job that is lost. What is waited for is the record in the store.
 *
 * @throws HostFailure where the queue fails, or nobody works
 */
export async function askQueue(asking: QueuedBuild): Promise<void> {
  const { bullmq, Redis } = await loadEngine();
  const connection = await connectQueue({ bullmq, Redis }, asking.address);
  const queue: Queue = new bullmq.Queue(queueName, { connection, prefix });
  const events: QueueEvents = new bullmq.QueueEvents(queueName, { connection, prefix });
  // Whether there is a connection, and for how long there was none, is seen below.
  queue.on('error', () => undefined);
  events.on('error', () => undefined);
  const waiting = createWantedTexts(asking, queue, connection);
  events.on('completed', ({ jobId }) => waiting.look(jobId));
  events.on('failed', ({ jobId, failedReason }) => waiting.fail(jobId, failedReason));
  events.on('progress', ({ jobId, data }) => waiting.hear(jobId, data));
  try {
    await within(asking.patience, events.waitUntilReady());
    await waiting.untilAll();
  } catch (error) {
    throw queueFailure(error, asking.address.shown);
  } finally {
    connection.disconnect();
    await Promise.allSettled([queue.close(), events.close()]);
  }
}
