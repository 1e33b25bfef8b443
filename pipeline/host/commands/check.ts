import type { Diagnostic } from '../../model.ts';
import { checking } from '../checking.ts';
import { defineCommand } from '../define-command.ts';
import type { CheckRepository } from '../inspect-files.ts';
import { textOr } from '../parameters.ts';
import type { SelectedFolder } from '../select-findings.ts';

/**
 * `tinkuy check`: all that build does, but nothing is written, unless a baseline is asked for; without a publication, files are held
 * against schemas.
 */
export const checkCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: checking,
  action: async ({ project, schema, for: globs, ...options }, context) => {
    // Loaded where there are files to hold: most publications have none beside them.
    const checkRepository: CheckRepository = async (...asked) =>
      (await import('../../files/check-repository.ts')).checkRepository(...asked);
    const { lookAtProject } = await import('../look-at-project.ts');
    const { givenFiles, refuseStages } = await import('../given-files.ts');
    const { isPublication } = await import('../../files/is-publication.ts');
    const { selectFindings } = await import('../select-findings.ts');
    const { endCheck } = await import('../end-check.ts');
    const given = givenFiles(schema, globs);
    const { root, configuration, hasText } = lookAtProject(project, context.terminal.cwd);
    let finish = (): string[] => [];
    const choose = (folder: SelectedFolder, found: readonly Diagnostic[]) => {
      const selection = selectFindings(folder, found, options, context);
      finish = selection.finish;
      return selection;
    };
    if (given || !(hasText || (configuration && isPublication(configuration)))) {
      const { inspectFiles } = await import('../inspect-files.ts');
      refuseStages(options);
      const demand = { configuration, given, isPublication: false };
      const reported = await inspectFiles(root, demand, options, context, { check: checkRepository, choose });
      return endCheck(reported, finish(), options, context);
    }
    const { inspect } = await import('../inspect.ts');
    const inspected = await inspect(project, options, context, {
      build: async (files, services, given, unread) =>
        (await import('../../build.ts')).build(files, services, { ...given, until: 'proof' }, unread),
      checkRepository,
      isWhole: false,
      findHandEdits: undefined,
      isEnough: () => true,
      choose: ({ root: at, value }, found) => choose({ root: at, files: value.own }, found),
    });
    if (inspected.findings === 0 && options.reporter === 'terminal')
      context.terminal.write(`${context.say('done.checked')}\n`);
    const code = endCheck(inspected, finish(), options, context);
    inspected.end();
    return code;
  },
});
