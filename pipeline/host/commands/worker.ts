import { defineCommand } from '../define-command.ts';
import { atLeastOne, optionalText, textOr } from '../parameters.ts';
import { UsageError } from '../usage-error.ts';

/** `tinkuy worker`: builds texts for builds elsewhere, until it is ended; without a queue, for the process that started it. */
export const workerCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: {
    queue: optionalText('help.optionWorkerQueue', '<address>'),
    store: optionalText('help.optionStore', '<folder>'),
    workers: atLeastOne('help.optionWorkers'),
  },
  action: async ({ project, queue, store, workers = 1 }, context) => {
    if (store === undefined)
      throw new UsageError('missingOption', { option: '--store', expected: '<folder>' });
    const { serveChild, serveWorker } = await import('../pool/serve-worker.ts');
    const { openTextsStub: open } = await import('../pool/stub.ts');
    if (queue !== undefined) return serveWorker(project, { queue, store, workers }, context);
    if (process.send) return serveChild(project, store, open, context);
    throw new UsageError('missingOption', { option: '--queue', expected: 'redis://…' });
  },
});
