import type { JobsOptions } from 'bullmq';
import { attemptsMax, type TextFailure, type TextTask } from '../pool/text-task.ts';
import { sha256 } from '../sha256.ts';

/** Where jobs stand in the server: all builds share one queue, for a job's id says all that it depends on. */
export const queueName = 'texts';
export const prefix = 'tinkuy';

/**
 * A job has digests only, so that ten thousand fit into little memory, and its id is the key of its text: two builds that want the
 * same text have one job. One that is done is gone, for its record is in the store; one that failed stays until who asked has seen it.
 */
export const jobOptions: JobsOptions = {
  attempts: attemptsMax,
  removeOnComplete: true,
  removeOnFail: false,
  stackTraceLimit: 1,
};

/** What a worker says of a job that it does not do, by way of the queue, to whoever asked for it. */
export interface GivenBack {
  worker: string;
  /** Key under "queue" in locales/<lang>/cli.json. */
  why: 'tool' | 'project' | 'store' | 'host';
  /** In one line, for `host`. */
  detail?: string;
}

/** Milliseconds for which a build is known to wait after it last said so. */
export const askedFor = 60_000;

/** Where a build says that it waits for texts of one project, by one tool, in one store. Jobs of others nobody wants any more. */
export function askedKey({ tool, project, store }: TextTask): string {
  return `${prefix}:asked:${sha256([tool, project, store].join())}`;
}

/** Milliseconds until a job that was given back is taken again. */
export const givenBackFor = 500;

/** How a failure goes through the queue, which knows texts only. */
export function writeFailure(failure: TextFailure): string {
  return JSON.stringify(failure);
}

/** What stopped a job that no worker of ours has worded is told as it came: it stalled too often. */
export function readFailure(reason: string): TextFailure {
  try {
    const { kind, detail } = JSON.parse(reason) as Partial<TextFailure>;
    if (kind !== undefined && typeof detail === 'string') return { kind, detail };
  } catch {
    // Words of the engine.
  }
  return { kind: 'killed', detail: reason };
}

/** A task out of the queue; undefined for a job that is none: the server may be shared. */
export function readTask(id: string | undefined, data: unknown): TextTask | undefined {
  if (typeof data !== 'object' || data === null || id === undefined) return undefined;
  const { tool, project, store } = data as Partial<Record<string, unknown>>;
  const digests = [id, tool, project, store];
  if (!digests.every((each): each is string => typeof each === 'string' && /^[0-9a-f]{64}$/.test(each)))
    return undefined;
  return { key: id, tool: String(tool), project: String(project), store: String(store) };
}
