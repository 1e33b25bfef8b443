import type { Queue, QueueEvents } from 'bullmq';
import type { TextFailure, TextTask } from '../pool/text-task.ts';
import { connectQueue, within } from './connect-queue.ts';
import { loadEngine } from './load-engine.ts';
import type { QueueAddress } from './queue-address.ts';
import { queueFailure } from './queue-failure.ts';
import { prefix, queueName, type Refusal } from './text-queue.ts';
import { createWaiting } from './waiting-texts.ts';

export interface Asking {
  address: QueueAddress;
  tasks: readonly TextTask[];
  /** Whether what was asked for is in the store: only that counts, and never what a job says. */
  isBuilt: (task: TextTask) => Promise<boolean>;
  /** Milliseconds without any text that comes back, and without any that somebody works at, after which nobody waits longer. */
  patience: number;
  tell: {
    built: (task: TextTask) => void;
    failed: (task: TextTask, failure: TextFailure) => void;
    refused: (refusal: Refusal) => void;
    /** Nobody listens to the queue. */
    alone: () => void;
    /** So many jobs were gone, and were added again. */
    lost: (count: number) => void;
    /** The queue does not answer, or answers again. */
    cut: () => void;
    back: () => void;
  };
}

/**
 * Has texts built by the workers of a queue, and waits for all of them.
 *
 * Jobs have no parent that would wait for them: a job can have one only, so that two builds that want the same text would leave each
 * other's jobs out, and a parent waits for ever for a job that is lost. What is waited for is the record in the store.
 *
 * @throws HostFailure where the queue fails, or nobody works
 */
export async function askQueue(asking: Asking): Promise<void> {
  const { bullmq, Redis } = await loadEngine();
  const connection = await connectQueue({ bullmq, Redis }, asking.address);
  const queue: Queue = new bullmq.Queue(queueName, { connection, prefix });
  const events: QueueEvents = new bullmq.QueueEvents(queueName, { connection, prefix });
  // Whether there is a connection, and for how long there was none, is seen below.
  queue.on('error', () => undefined);
  events.on('error', () => undefined);
  const waiting = createWaiting(asking, queue);
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
