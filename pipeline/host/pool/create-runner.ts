import type { CommandContext } from '../command-context.ts';
import type { GivenBack } from '../queue/text-queue.ts';
import { createChildPool } from './child-pool.ts';
import type { Distribution } from './distribution.ts';
import { runTasks, type TaskListener } from './run-tasks.ts';
import { createTextBuilder } from './text-builder.ts';
import { readTextRecord } from './text-record.ts';
import type { TextStages } from './text-stages.ts';
import type { TextStore } from './text-store.ts';
import type { TextTask } from './text-task.ts';

/** Whoever builds texts into a store: this process, others of this machine, or workers anywhere. */
export interface Runner {
  /**
   * Fulfilled when each text is in the store, or has failed for good.
   * @param tell takes what else is worth a line
   * @throws HostFailure
   */
  run(tasks: readonly TextTask[], listener: TaskListener, tell: (line: string) => void): Promise<void>;
  close(): Promise<void>;
}

interface RunnerPlace {
  distribution: Distribution;
  store: TextStore;
  stages: TextStages;
}

export async function createRunner(
  root: string,
  { distribution, store, stages }: RunnerPlace,
  context: CommandContext,
): Promise<Runner> {
  if (distribution.kind === 'queue') return createQueueRunner(distribution, store, context);
  const count = distribution.kind === 'join' ? 1 : distribution.count;
  if (count === 1) {
    const build = createTextBuilder({ root, store, env: context.terminal.env }, stages);
    return {
      run: (tasks, listener) => runTasks(tasks, build, 1, listener),
      close: async () => undefined,
    };
  }
  const pool = createChildPool({ count, root, store: store.address });
  return {
    run: (tasks, listener) => runTasks(tasks, pool.build, count, listener),
    close: pool.close,
  };
}

function createQueueRunner(
  { address, patience }: Extract<Distribution, { kind: 'queue' }>,
  store: TextStore,
  { say }: CommandContext,
): Runner {
  return {
    run: async (tasks, listener, tell) => {
      const { askQueue } = await import('../queue/ask-queue.ts');
      const told = new Set<string>();
      const once = (line: string) => {
        if (!told.has(line)) tell(line);
        told.add(line);
      };
      await askQueue({
        address,
        tasks,
        patience,
        isBuilt: async ({ key }) => (await readTextRecord(store, key)) !== undefined,
        tell: {
          ...listener,
          refused: (refusal) => once(say(`queue.refused.${refusal.why}`, wordsOf(refusal))),
          alone: () => once(say('queue.alone', { address: address.shown })),
          lost: (count) => tell(say('queue.lost', { count })),
          cut: () => tell(say('queue.cut', { address: address.shown })),
          back: () => tell(say('queue.back', { address: address.shown })),
        },
      });
    },
    close: async () => undefined,
  };
}

function wordsOf({ worker, detail = '' }: GivenBack): Record<string, string> {
  return { worker, detail };
}
