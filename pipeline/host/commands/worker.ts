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
    if (queue === undefined && !process.send)
      throw new UsageError('missingOption', { option: '--queue', expected: 'redis://…' });
    if (queue !== undefined) return serveWorker(project, { queue, store, workers }, context);
    return serveChild(project, store, context, {
      build: async (...given) => (await import('../../build.ts')).build(...given),
      listTexts: async (files) =>
        (await import('../../project/open-project.ts')).openProject(files).value.sources,
    });
  },
});
