import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { inspecting } from '../inspecting.ts';
import { optionalText, textOr, wholeTexts } from '../parameters.ts';

/** `tinkuy check`: all that build does, but nothing is written; without a publication, files are held against schemas. */
export const checkCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: {
    ...inspecting,
    schema: optionalText('help.optionSchema', '<file>'),
    for: wholeTexts('help.optionFor', '<glob>'),
  },
  action: async ({ project, schema, for: globs, ...options }, context) => {
    const { checkRepository } = await import('../../files/check-repository.ts');
    const { lookAtProject } = await import('../look-at-project.ts');
    const { givenFiles, refuseStages } = await import('../given-files.ts');
    const { isPublication } = await import('../../files/is-publication.ts');
    const given = givenFiles(schema, globs);
    const { root, configuration, hasText } = lookAtProject(project, context.terminal.cwd);
    if (given || !(hasText || (configuration && isPublication(configuration)))) {
      const { inspectFiles } = await import('../inspect-files.ts');
      refuseStages(options);
      const demand = { configuration, given, isPublication: false };
      const { errors } = await inspectFiles(root, demand, options, context, checkRepository);
      return errors > 0 ? exitCodes.findings : exitCodes.clean;
    }
    const { inspect } = await import('../inspect.ts');
    const { findings, errors, end } = await inspect(project, options, context, {
      build: async (files, services) =>
        (await import('../../build.ts')).build(files, services, { until: 'proof' }),
      checkRepository,
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
