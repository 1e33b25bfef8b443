import { HostFailure } from '../host-failure.ts';
import { receiveFailure } from './send-failure.ts';
import { attemptsMax, type TextAnswer, type TextFailure, type TextTask } from './text-task.ts';

/** Told as each text comes back. */
export interface TaskListener {
  built: (task: TextTask) => void;
  failed: (task: TextTask, failure: TextFailure) => void;
}

/**
 * Has texts built by whoever builds one, so many at once, and waits for all.
 * @throws HostFailure where the machine refuses, or the project changed meanwhile; what is begun is finished first
 */
export async function runTasks(
  tasks: readonly TextTask[],
  build: (task: TextTask) => Promise<TextAnswer>,
  count: number,
  tell: TaskListener,
): Promise<void> {
  const left = tasks.values();
  const broken: unknown[] = [];
  const work = async (): Promise<void> => {
    for (const task of left) {
      if (broken.length > 0) return;
      try {
        await runTask(task, build, tell);
      } catch (error) {
        broken.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: count }, work));
  if (broken.length > 0) throw broken[0];
}

async function runTask(
  task: TextTask,
  build: (task: TextTask) => Promise<TextAnswer>,
  tell: TaskListener,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await build(task);
    if (answer.kind === 'built') return tell.built(task);
    if (answer.kind === 'host') throw receiveFailure(answer.failure);
    if (answer.kind === 'refused') throw new HostFailure('projectMoves', {});
    const { failure } = answer;
    if (failure.kind === 'bug' || attempt === attemptsMax) return tell.failed(task, failure);
  }
}
