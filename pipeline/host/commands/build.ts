import { defineCommand } from '../define-command.ts';
import { inspecting } from '../inspecting.ts';
import { flag, textOr } from '../parameters.ts';
import { distributing } from '../pool/distributing.ts';

/** `tinkuy build`: writes dist/ and the pages in other languages unless a finding is an error. */
export const buildCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  // Whether editions that were corrected by hand are written over.
  options: { ...inspecting, ...distributing, overwrite: flag('help.optionOverwrite') },
  action: async ({ project, overwrite, ...options }, context) => {
    const { readDistribution } = await import('../pool/distribution.ts');
    const { buildProject } = await import('../build-project.ts');
    const distribution = readDistribution(options, context.terminal.env);
    const findHandEdits = async () =>
      (await import('../../translation/workbench/find-hand-edits.ts')).findHandEdits;
    return buildProject(project, { ...options, distribution }, context, {
      build: async (...given) => (await import('../../build.ts')).build(...given),
      listTexts: async (files) =>
        (await import('../../project/open-project.ts')).openProject(files).value.sources,
      checkRepository: async (...given) =>
        (await import('../../files/check-repository.ts')).checkRepository(...given),
      findHandEdits: overwrite ? undefined : async (files) => (await findHandEdits())(files),
    });
  },
});
