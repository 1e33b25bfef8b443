import path from 'node:path';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { readQueueAddress } from '../queue/queue-address.ts';
import { tellFailure } from '../tell-failure.ts';
import { createChildPool } from './child-pool.ts';
import { openStore } from './open-store.ts';
import { serveParent } from './serve-parent.ts';
import { createTextBuilder } from './text-builder.ts';
import type { TextStages } from './text-stages.ts';

/** Builds what the process asks that started this one. */
export async function serveChild(
  project: string,
  store: string,
  { terminal: { cwd, env } }: CommandContext,
  stages: TextStages,
): Promise<number> {
  const place = { root: path.resolve(cwd, project), store: await openStore(store, { cwd, env }), env };
  await serveParent(createTextBuilder(place, stages));
  return exitCodes.clean;
}

/** Takes texts from a queue until it is ended; what is begun then is finished first. */
export async function serveWorker(
  project: string,
  { queue, store, workers }: { queue: string; store: string; workers: number },
  { terminal, say }: CommandContext,
): Promise<number> {
  const { cwd, env } = terminal;
  const address = readQueueAddress(queue, env);
  // What is wrong with the store shall be seen at once.
  const opened = await openStore(store, terminal);
  const { serveQueue } = await import('../queue/serve-queue.ts');
  const pool = createChildPool({ count: workers, root: path.resolve(cwd, project), store: opened.address });
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const forget = terminal.onStop?.(() => {
    tell('queue.ending');
    end();
    return served.then(() => exitCodes.clean);
  });
  const told = new Set<string>();
  const tell = (key: string, values: Record<string, string> = {}): void => {
    terminal.writeError(`${say(key, values)}\n`);
  };
  const served = serveQueue({
    address,
    pool,
    count: workers,
    ended,
    word: (failure) => tellFailure(failure, say),
    tell: {
      ready: () => tell('queue.ready', { address: address.shown }),
      refused: ({ why }, task) => {
        const state = `${why} ${task[why === 'host' ? 'store' : why]}`;
        if (!told.has(state)) tell(`queue.refuses.${why}`);
        told.add(state);
      },
      lost: () => tell('queue.cut', { address: address.shown }),
      back: () => tell('queue.back', { address: address.shown }),
    },
  });
  try {
    await served;
  } finally {
    forget?.();
  }
  return exitCodes.clean;
}
