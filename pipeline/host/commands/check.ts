import { checking } from '../checking.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { textOr } from '../parameters.ts';

/** `tinkuy check`: all that build does, but nothing is written, unless a baseline is asked for. */
export const checkCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: checking,
  action: async ({ project, ...options }, context) => {
    const { inspect } = await import('../inspect.ts');
    const { selectFindings } = await import('../select-findings.ts');
    const { say, terminal } = context;
    let finish = (): string[] => [];
    const { findings, errors, tell, end } = await inspect(project, options, context, {
      build: async (files, services) =>
        (await import('../../build.ts')).build(files, services, { until: 'proof' }),
      isWhole: false,
      findHandEdits: undefined,
      isEnough: () => true,
      choose: (folder, found) => {
        const selection = selectFindings(folder, found, options, context);
        finish = selection.finish;
        return selection;
      },
    });
    for (const sentence of finish()) tell(`${sentence}\n`);
    if (findings === 0 && options.reporter === 'terminal') terminal.write(`${say('done.checked')}\n`);
    const warnings = findings - errors;
    const isTooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings;
    if (isTooMany)
      tell(`${say('done.tooManyWarnings', { count: warnings, max: options.maxWarnings ?? 0 })}\n`);
    end();
    return errors > 0 || isTooMany ? exitCodes.findings : exitCodes.clean;
  },
});
