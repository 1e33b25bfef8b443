import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { HostFailure } from '../host-failure.ts';
import type { ChildPool } from '../pool/child-pool.ts';
import { receiveFailure } from '../pool/send-failure.ts';
import type { TextTask } from '../pool/text-task.ts';
import { connectQueue } from './connect-queue.ts';
import { loadEngine, type QueueEngine } from './load-engine.ts';
import type { QueueAddress } from './queue-address.ts';
import {
  askedKey,
  type GivenBack,
  givenBackFor,
  prefix,
  queueName,
  readTask,
  writeFailure,
} from './text-queue.ts';

/**
 * A worker that is gone is found by its lock: milliseconds that it lasts, and between two looks for locks that ran out. The lock is
 * renewed in time, for what takes long runs in other processes.
 */
const lock = { lockDuration: 10_000, stalledInterval: 5_000 };
/** How often a job may lose its worker: more often it is the job that ends them. */
const stalledMax = 5;
/** Longest rest of a worker that refuses one job after the other, in milliseconds. */
const restMax = 10_000;

export interface Serving {
  address: QueueAddress;
  pool: ChildPool;
  /** Processes of the pool. */
  count: number;
  /** A failure as the sentence that a reader gets. */
  word: (failure: HostFailure) => string;
  tell: {
    ready: () => void;
    refused: (refusal: GivenBack, task: TextTask) => void;
    /** The connection is lost, or is there again. */
    lost: (reason: string) => void;
    back: () => void;
  };
  /** Fulfilled when the worker shall end. */
  ended: Promise<void>;
}

/**
 * Takes texts from a queue and has them built until it is told to end; what is begun then is finished.
 * @throws HostFailure where the queue does not answer at all, or the machine refuses: the text goes back for another worker
 */
export async function serveQueue(serving: Serving): Promise<void> {
  const engine = await loadEngine();
  const connection = await connectQueue(engine, serving.address);
  const name = `${hostname()}-${process.pid}`;
  let fail: (failure: HostFailure) => void = () => undefined;
  const failed = new Promise<HostFailure>((resolve) => {
    fail = resolve;
  });
  const processor = createProcessor(engine, serving, { connection, name, fail: (failure) => fail(failure) });
  const worker: Worker = new engine.bullmq.Worker(queueName, processor, {
    connection,
    prefix,
    name,
    concurrency: serving.count,
    maxStalledCount: stalledMax,
    autorun: false,
    ...lock,
  });
  let isLost = false;
  connection.on('close', () => {
    if (!isLost) serving.tell.lost(serving.address.shown);
    isLost = true;
  });
  connection.on('ready', () => {
    if (isLost) serving.tell.back();
    isLost = false;
  });
  // What the client says of a connection that broke is told above; a lock that ran out is another worker's by now.
  worker.on('error', () => undefined);
  const running = worker.run();
  serving.tell.ready();
  const failure = await Promise.race([serving.ended, failed]);
  await worker.close();
  await running;
  await serving.pool.close();
  connection.disconnect();
  if (failure) throw failure;
}

interface Working {
  connection: Redis;
  /** Of this worker. */
  name: string;
  /** Ends the worker. */
  fail: (failure: HostFailure) => void;
}

function createProcessor(
  { bullmq: { DelayedError, UnrecoverableError } }: QueueEngine,
  { pool, tell, word }: Serving,
  { connection, name: worker, fail }: Working,
): (job: Job, token?: string) => Promise<void> {
  let rest = givenBackFor;
  const giveBack = async (job: Job, token: string | undefined, refusal: GivenBack): Promise<void> => {
    await job.updateProgress({ ...refusal });
    await job.moveToDelayed(Date.now() + givenBackFor, token);
  };
  return async (job, token) => {
    const task = readTask(job.id, job.data);
    if (!task) throw new UnrecoverableError('no task of tinkuy');
    const answer = await pool.build(task);
    switch (answer.kind) {
      case 'built':
        rest = givenBackFor;
        return;
      case 'refused': {
        // Left by a build that was given up: it goes.
        if ((await connection.exists(askedKey(task))) === 0) return;
        const refusal = { worker, why: answer.differs };
        await giveBack(job, token, refusal);
        tell.refused(refusal, task);
        // Others, who can do it, shall have the jobs.
        await sleep(rest);
        rest = Math.min(rest * 2, restMax);
        throw new DelayedError();
      }
      case 'host': {
        const failure = receiveFailure(answer.failure);
        await giveBack(job, token, { worker, why: 'host', detail: word(failure) });
        fail(failure);
        throw new DelayedError();
      }
      case 'failed': {
        const said = writeFailure(answer.failure);
        // Who runs into a bug does so again; who had no memory may have more of it alone.
        throw answer.failure.kind === 'bug' ? new UnrecoverableError(said) : new Error(said);
      }
    }
  };
}
