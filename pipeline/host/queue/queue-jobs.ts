import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { HostFailure } from '../host-failure.ts';
import type { TextTask } from '../pool/text-task.ts';
import { queueFailure } from './queue-failure.ts';
import { askedFor, jobOptions } from './text-queue.ts';

/** Jobs that are added with one question. */
const addedAtOnce = 1000;

/** A text that is not back. */
export interface Wanted {
  task: TextTask;
  /** How often its job was added. */
  added: number;
}

function jobOf({ key, tool, project, store }: TextTask): Parameters<Queue['addBulk']>[0][number] {
  return { name: 'text', data: { tool, project, store }, opts: { ...jobOptions, jobId: key } };
}

/** Adds jobs; one that is there already stays as it is. */
export async function addJobs(queue: Queue, tasks: readonly TextTask[]): Promise<void> {
  for (let start = 0; start < tasks.length; start += addedAtOnce)
    await queue.addBulk(tasks.slice(start, start + addedAtOnce).map(jobOf));
}

/** Says that somebody waits; a server that is full refuses it: of many jobs at once it refuses each, and nobody is told (bullmq#3851). */
export async function sayAsked(
  connection: Redis,
  key: string,
  address: string,
): Promise<HostFailure | undefined> {
  try {
    await connection.set(key, '', 'PX', askedFor);
    return undefined;
  } catch (error) {
    const failure = queueFailure(error, address);
    if (failure.key === 'queueFull') return failure;
    throw failure;
  }
}

/** What is done with what is seen of jobs. */
interface Looking {
  /** The job is gone: its text may be in the store. */
  look: (key: string) => Promise<void>;
  fail: (key: string, reason: string) => void;
  /** Somebody works at one of the texts. */
  sign: () => void;
}

/** Texts whose jobs are nowhere, and which are not in the store either: they were never added, or lost. `left`: jobs that are there. */
export async function listGone(
  queue: Queue,
  wanted: ReadonlyMap<string, Wanted>,
  { look, fail, sign }: Looking,
): Promise<{ gone: Wanted[]; left: number }> {
  const active = await queue.getRanges(['active'], 0, -1);
  if (active.some((key) => wanted.has(key))) sign();
  const there = new Set([
    ...active,
    ...(await queue.getRanges(['active', 'wait', 'delayed', 'prioritized'], 0, -1)),
  ]);
  for (const key of await queue.getRanges(['failed'], 0, -1)) {
    if (wanted.has(key)) fail(key, (await queue.getJob(key))?.failedReason ?? '');
  }
  const gone = [...wanted].filter(([key]) => !there.has(key));
  for (const [key] of gone) await look(key);
  return { gone: gone.flatMap(([key, each]) => (wanted.has(key) ? [each] : [])), left: there.size };
}
