import { HostFailure } from '../host-failure.ts';

/** What a queue is made with: BullMQ on a client for Redis and Valkey. */
export interface QueueEngine {
  bullmq: typeof import('bullmq');
  Redis: typeof import('ioredis').Redis;
}

/** Versions that are tried with this tool, as package.json has them among its peers. */
const engines = 'bullmq@6 ioredis@6';

/**
 * Loads the engine, which comes with the tool only where somebody installs it beside it.
 * @throws HostFailure that says what to install
 */
export async function loadEngine(): Promise<QueueEngine> {
  try {
    const [bullmq, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { bullmq, Redis };
  } catch (error) {
    if (error instanceof Error && 'code' in error && /MODULE_NOT_FOUND$/.test(String(error.code)))
      throw new HostFailure('noEngine', { packages: engines }, error);
    throw error;
  }
}
