import process from 'node:process';
import type { TextAnswer, TextTask } from './text-task.ts';

/**
 * Does what the process that started this one sends, one task after the other, until that process ends. Signals of a terminal come
 * to both; the other decides what they mean.
 */
export function serveParent(build: (task: TextTask) => Promise<TextAnswer>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  process.on('message', (task) => {
    void build(task as TextTask).then((answer) => {
      if (process.connected) process.send?.(answer);
    });
  });
  return new Promise((resolve) => {
    process.once('disconnect', () => resolve());
  });
}
