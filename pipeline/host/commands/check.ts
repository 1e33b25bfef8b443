import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { inspecting } from '../inspecting.ts';
import { textOr } from '../parameters.ts';

/** `tinkuy check`: all that build does, but nothing is written. */
export const checkCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: inspecting,
  action: async ({ project, ...options }, context) => {
    const { inspect } = await import('../inspect.ts');
    const { findings, errors, end } = await inspect(project, options, context, {
      build: async (files, services) =>
        (await import('../../build.ts')).build(files, services, { until: 'proof' }),
      isWhole: false,
      findHandEdits: undefined,
      isEnough: () => true,
    });
    if (findings === 0 && options.reporter === 'terminal')
      context.terminal.write(`${context.say('done.checked')}\n`);
    end();
    return errors > 0 ? exitCodes.findings : exitCodes.clean;
  },
});
