import { defineCommand } from '../define-command.ts';
import { inspecting } from '../inspecting.ts';
import { flag, optionalText, textOr } from '../parameters.ts';
import { UsageError } from '../usage-error.ts';

/** `tinkuy join`: writes what `build` would, of texts that shards have built into a store. */
export const joinCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  // Whether editions that were corrected by hand are written over.
  options: {
    ...inspecting,
    store: optionalText('help.optionStore', '<folder>'),
    overwrite: flag('help.optionOverwrite'),
  },
  action: async ({ project, store, overwrite, ...options }, context) => {
    if (store === undefined)
      throw new UsageError('missingOption', { option: '--store', expected: '<folder>' });
    const { buildProject } = await import('../build-project.ts');
    const findHandEdits = async () =>
      (await import('../../translation/workbench/find-hand-edits.ts')).findHandEdits;
    return buildProject(project, { ...options, distribution: { kind: 'join', store } }, context, {
      build: async (...given) => (await import('../../build.ts')).build(...given),
      listTexts: async (files) =>
        (await import('../../project/open-project.ts')).openProject(files).value.sources,
      checkRepository: async (...given) =>
        (await import('../../files/check-repository.ts')).checkRepository(...given),
      findHandEdits: overwrite ? undefined : async (files) => (await findHandEdits())(files),
    });
  },
});
