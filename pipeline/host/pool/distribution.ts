import type { QueueAddress } from '../queue/queue-address.ts';
import { readQueueAddress } from '../queue/queue-address.ts';
import { UsageError } from '../usage-error.ts';
import { readShard, type Shard } from './shard.ts';

/** By whom the texts of a project are built, where it is not the process itself that builds all. */
export type Distribution =
  /** Processes of this machine. */
  | { kind: 'processes'; count: number; store: string | undefined }
  /** Workers that listen to a queue; milliseconds for which nobody need come back. */
  | { kind: 'queue'; address: QueueAddress; store: string; patience: number }
  /** Some here, others elsewhere: they are joined later. */
  | { kind: 'shard'; shard: Shard; count: number; store: string }
  /** They were built before, and are joined now. */
  | { kind: 'join'; store: string };

/** Options as the command line has them. */
export interface DistributionOptions {
  queue: string | undefined;
  store: string | undefined;
  shard: string | undefined;
  workers: number | undefined;
  /** In seconds. */
  patience: number | undefined;
}

/** Seconds without any text that comes back, after which nobody waits longer. */
const patienceDefault = 600;

/**
 * Who builds what; undefined where this process builds all by itself.
 * @throws UsageError for options that have no effect together, or exclude each other
 */
export function readDistribution(
  { queue, store, shard, workers, patience }: DistributionOptions,
  env: Readonly<Record<string, string | undefined>>,
): Distribution | undefined {
  const exclude = (one: string, other: string) => {
    throw new UsageError('excludes', { found: one, other });
  };
  const need = (found: string, other: string) => {
    throw new UsageError('needsOption', { found, other });
  };
  if (queue !== undefined) {
    if (shard !== undefined) exclude('--queue', '--shard');
    if (workers !== undefined) exclude('--queue', '--workers');
    const address = readQueueAddress(queue, env);
    if (store === undefined) return need('--queue', '--store');
    return { kind: 'queue', address, store, patience: (patience ?? patienceDefault) * 1000 };
  }
  if (patience !== undefined) need('--patience', '--queue');
  if (shard !== undefined) {
    const read = readShard(shard);
    if (store === undefined) return need('--shard', '--store');
    return { kind: 'shard', shard: read, count: workers ?? 1, store };
  }
  if (workers !== undefined) return { kind: 'processes', count: workers, store };
  return store === undefined ? undefined : need('--store', '--queue, --shard, --workers');
}
