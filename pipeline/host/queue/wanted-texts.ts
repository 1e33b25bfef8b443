import { setTimeout as sleep } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { HostFailure } from '../host-failure.ts';
import type { TextTask } from '../pool/text-task.ts';
import { within } from './connect-queue.ts';
import { addJobs, listGone, sayAsked, type Wanted } from './queue-jobs.ts';
import type { QueuedBuild } from './queued-build.ts';
import { askedKey, type GivenBack, readFailure, writeFailure } from './text-queue.ts';

/** Milliseconds between two looks at what the queue has, whatever was heard of it: events may be lost. */
const lookEvery = 1000;
/** Milliseconds without an answer after which it is told. */
const slowAfter = 10_000;
/** How often a job that is gone without a trace is added again. */
const addedMax = 5;

/** What of the texts is not back yet. */
export interface WantedTexts {
  /** Fulfilled when every text is in the store, or failed for good. @throws HostFailure */
  untilAll(): Promise<void>;
  /** A job is said to be done. */
  look(id: string): void;
  fail(id: string, reason: string): void;
  /** A worker says something of a job. */
  hear(id: string, said: unknown): void;
}

export function createWantedTexts(asking: QueuedBuild, queue: Queue, connection: Redis): WantedTexts {
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
    if (Date.now() - lastSign > lookEvery && (await queue.getWorkersCount()) === 0) tell.alone();
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
