import { setTimeout as sleep } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { HostFailure } from '../host-failure.ts';
import type { TextTask } from '../pool/text-task.ts';
import { within } from './connect-queue.ts';
import { queueFailure } from './queue-failure.ts';
import type { QueuedBuild } from './queued-build.ts';
import { askedFor, askedKey, type GivenBack, jobOptions, readFailure, writeFailure } from './text-queue.ts';

/** Jobs that are added with one question. */
const addedAtOnce = 1000;
/** Milliseconds between two looks at what the queue has, whatever was heard of it: events may be lost. */
const lookEvery = 1000;
/** Milliseconds without an answer after which it is told. */
const slowAfter = 10_000;
/** How often a job that is gone without a trace is added again. */
const addedMax = 5;

/** What of the texts is not back yet. */
export interface Waiting {
  /** Fulfilled when every text is in the store, or failed for good. @throws HostFailure */
  untilAll(): Promise<void>;
  /** A job is said to be done. */
  look(id: string): void;
  fail(id: string, reason: string): void;
  /** A worker says something of a job. */
  hear(id: string, said: unknown): void;
}

/** A text that is not back. */
interface Wanted {
  task: TextTask;
  added: number;
}

export function createWaiting(asking: QueuedBuild, queue: Queue, connection: Redis): Waiting {
  const { tell, patience, address } = asking;
  const wanted = new Map<string, Wanted>(asking.tasks.map((task) => [task.key, { task, added: 0 }]));
  let [lastSign, wake, broken] = [Date.now(), () => {}, undefined as unknown];
  let full: HostFailure | undefined;
  const settle = (key: string): TextTask | undefined => {
    const task = wanted.get(key)?.task;
    wanted.delete(key);
    lastSign = Date.now();
    if (wanted.size === 0) wake();
    return task;
  };
  const look = async (key: string): Promise<void> => {
    const found = wanted.get(key);
    if (found && (await asking.isBuilt(found.task)) && settle(key)) tell.built(found.task);
  };
  const fail = (key: string, reason: string): void => {
    const task = settle(key);
    if (!task) return;
    tell.failed(task, readFailure(reason));
    // Whoever asks again has it tried again.
    queue.remove(key).catch(() => undefined);
  };
  const [first] = asking.tasks;
  const asked = first ? askedKey(first) : '';
  const round = async (): Promise<void> => {
    full = await sayAsked(connection, asked, address.shown);
    const { gone, left } = await listGone(queue, wanted, {
      look,
      fail,
      sign: () => (lastSign = Date.now()),
    });
    if (gone.length === 0) return;
    if (full && left === 0) throw full;
    if (full) return;
    const again = gone.filter(({ added }) => added > 0).length;
    if (again > 0) tell.lost(again);
    for (const each of gone) each.added += 1;
    const never = gone.filter(({ added }) => added > addedMax);
    for (const { task } of never) fail(task.key, writeFailure({ kind: 'lost', detail: '' }));
    await addJobs(
      queue,
      gone.filter(({ added }) => added <= addedMax).map(({ task }) => task),
    );
    if (Date.now() - lastSign > lookEvery && (await queue.getWorkersCount()) === 0) tell.alone();
  };
  const untilAll = async (): Promise<void> => {
    // What an earlier build of the same texts has left.
    for (const key of await queue.getRanges(['failed'], 0, -1)) if (wanted.has(key)) await queue.remove(key);
    while (wanted.size > 0) {
      await patiently(round(), patience, tell);
      if (broken !== undefined) throw broken;
      if (Date.now() - lastSign > patience) throw full ?? idle(asking, wanted.size);
      if (wanted.size > 0) await pause((awake) => (wake = awake));
    }
  };
  const stop = (error: unknown) => {
    broken = error;
    wake();
  };
  return {
    untilAll,
    look: (key) => void look(key).catch(stop),
    fail,
    hear: (key, said) => {
      if (wanted.has(key) && isRefusal(said)) tell.refused(said);
    },
  };
}

function jobOf({ key, tool, project, store }: TextTask): Parameters<Queue['addBulk']>[0][number] {
  return { name: 'text', data: { tool, project, store }, opts: { ...jobOptions, jobId: key } };
}

async function addJobs(queue: Queue, tasks: readonly TextTask[]): Promise<void> {
  for (let start = 0; start < tasks.length; start += addedAtOnce)
    await queue.addBulk(tasks.slice(start, start + addedAtOnce).map(jobOf));
}

/** Says that somebody waits; a server that is full refuses it: of many jobs at once it refuses each, and nobody is told (bullmq#3851). */
async function sayAsked(connection: Redis, key: string, address: string): Promise<HostFailure | undefined> {
  try {
    await connection.set(key, '', 'PX', askedFor);
    return undefined;
  } catch (error) {
    const failure = queueFailure(error, address);
    if (failure.key === 'queueFull') return failure;
    throw failure;
  }
}

/** Texts whose jobs are nowhere, and which are not in the store either: they were never added, or lost. `left`: jobs that are there. */
async function listGone(
  queue: Queue,
  wanted: ReadonlyMap<string, Wanted>,
  { look, fail, sign }: { look: (key: string) => Promise<void>; fail: Waiting['fail']; sign: () => void },
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

/** Waits for an answer, and tells where it takes long. @throws Error where it takes longer than anybody waits */
async function patiently(answer: Promise<void>, patience: number, tell: QueuedBuild['tell']): Promise<void> {
  const stop = new AbortController();
  let isTold = false;
  void sleep(slowAfter, undefined, { signal: stop.signal }).then(
    () => {
      isTold = true;
      tell.cut();
    },
    () => undefined,
  );
  try {
    await within(patience, answer);
  } finally {
    stop.abort();
  }
  if (isTold) tell.back();
}

/** Until it is time to look again, or somebody says so. */
async function pause(onWake: (awake: () => void) => void): Promise<void> {
  const stop = new AbortController();
  onWake(() => stop.abort());
  await sleep(lookEvery, undefined, { signal: stop.signal }).catch(() => undefined);
}

function idle({ address, patience }: QueuedBuild, count: number): HostFailure {
  const values = { address: address.shown, seconds: String(patience / 1000), count: String(count) };
  return new HostFailure('queueIdle', values);
}

function isRefusal(said: unknown): said is GivenBack {
  return typeof said === 'object' && said !== null && 'why' in said && 'worker' in said;
}
