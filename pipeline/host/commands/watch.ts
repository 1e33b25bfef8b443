import { defineCommand } from '../define-command.ts';
import { flag, portNumber, textOr } from '../parameters.ts';
import { UsageError } from '../usage-error.ts';

/** Where dist/ is served unless another port is given. */
const portDefault = 7274;

/** `tinkuy watch`: builds, and builds again whenever the project changes, until it is ended. */
export const watchCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: {
    strict: flag('help.optionStrict'),
    overwrite: flag('help.optionOverwrite'),
    timings: flag('help.optionTimings'),
    serve: flag('help.optionServe'),
    port: portNumber('help.optionPort'),
  },
  action: async ({ project, serve, port, ...options }, context) => {
    if (port !== undefined && !serve)
      throw new UsageError('needsOption', { found: '--port', other: '--serve' });
    const { createHeldTest } = await import('../../files/create-held-test.ts');
    const { watchFolder } = await import('../watch/watch-folder.ts');
    return watchFolder(project, { ...options, port: serve ? (port ?? portDefault) : undefined }, context, {
      build: async (...given) => (await import('../../build.ts')).build(...given),
      checkRepository: async (...given) =>
        (await import('../../files/check-repository.ts')).checkRepository(...given),
      createHeldTest,
      findHandEdits: async (files) =>
        (await import('../../translation/workbench/find-hand-edits.ts')).findHandEdits(files),
    });
  },
});
